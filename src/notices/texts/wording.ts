import type { Letter, Part } from "../letter.ts";

/** A wording of ours over the code's own: its subject and its sentences, one paragraph to a line. */
export interface Wording {
  readonly subject: string;
  readonly body: string;
}

/** Languages a wording can be in. Letters go out in the person's own where there is one. */
export const languages = ["en", "de", "fr", "es", "it", "pl"] as const;
export type Language = (typeof languages)[number];

/** What every letter can fill in. `shipped` are the code's own sentences. */
export const ALWAYS = ["name", "brand", "shipped", "shippedSubject"] as const;

const BRACED = /\{([^{}]*)\}/g;

/** The names in braces of a text. */
export function namesIn(text: string): string[] {
  return [...new Set([...text.matchAll(BRACED)].map(([, name = ""]) => name.trim()))];
}

/** A label as a name: `Tracking number` is `trackingNumber`. */
export function nameOf(label: string): string {
  const words = label
    .normalize("NFKD")
    .replaceAll(/[^A-Za-z0-9 ]/g, "")
    .trim()
    .split(/ +/);
  return words
    .map((word, place) => {
      const lower = word.toLowerCase();
      return place === 0 ? lower : lower.slice(0, 1).toUpperCase() + lower.slice(1);
    })
    .join("");
}

/** What a letter tells, by name: its facts, its button's address, and its own sentences. */
export function valuesOf(letter: Letter, name: string, brand: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>([
    ["name", name],
    ["brand", brand],
    ["shipped", saysOf(letter).join("\n")],
    ["shippedSubject", letter.subject],
  ]);
  for (const part of letter.parts) {
    if ("facts" in part) {
      for (const [label, value] of part.facts) {
        values.set(nameOf(label), value);
      }
    } else if ("button" in part) {
      values.set("link", part.url);
    }
  }
  return values;
}

function saysOf({ parts }: Letter): string[] {
  return parts.flatMap((part) => ("say" in part ? [part.say] : []));
}

/**
 * A letter in another wording. A line with a name that this letter has no value for is left out; what is
 * filled in is text and is not looked through again. Facts, codes and buttons stay as they are. Pure.
 */
export function reworded(letter: Letter, wording: Wording, name: string, brand: string): Letter {
  const values = valuesOf(letter, name, brand);
  const fill = (text: string): string =>
    text.replaceAll(BRACED, (_, each: string) => values.get(each.trim()) ?? "");
  const says: Part[] = wording.body.split("\n").flatMap((line) => {
    const isWhole = namesIn(line).every((each) => (values.get(each) ?? "") !== "");
    return line.trim() === "" || !isWhole
      ? []
      : fill(line)
          .split("\n")
          .map((say) => ({ say }));
  });
  const subject = namesIn(wording.subject).every((each) => (values.get(each) ?? "") !== "")
    ? fill(wording.subject)
    : letter.subject;
  const rest = letter.parts.filter((part) => !("say" in part));
  return { ...letter, subject, parts: [...says, ...rest], greets: namesIn(wording.body).includes("name") };
}

/** The first name of a wording that a letter cannot fill in; undefined where all are known. */
export function unknownName(wording: Wording, known: readonly string[]): string | undefined {
  return [...namesIn(wording.subject), ...namesIn(wording.body)].find((name) => !known.includes(name));
}
