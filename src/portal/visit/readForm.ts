import type { Answers } from "./draft.ts";

const longestValue = 4_000;

/**
 * Reads a sent form: one trimmed line or text per field, without control characters. Anything else is
 * empty.
 */
export function readForm(body: unknown): Answers {
  if (typeof body !== "object" || body === null) {
    return {};
  }
  const fields = Object.entries(body).map(([name, value]) => {
    const text = Array.isArray(value) ? value.join(",") : value;
    return [name, typeof text === "string" ? clean(text) : ""] as const;
  });
  return Object.fromEntries(fields);
}

function clean(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[^\P{Cc}\n]/gu, "")
    .slice(0, longestValue)
    .trim();
}

/** Picks the named fields; missing ones are empty. */
export function pick<Name extends string>(answers: Answers, names: readonly Name[]): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, answers[name] ?? ""])) as Record<Name, string>;
}

/** A rule for a field: what it must look like, and the sentence that says what to enter. */
export type Rule = readonly [field: string, fits: boolean, says: string];

/** The sentences of the rules that do not hold, one per field, in order. */
export function mistakesIn(rules: readonly Rule[]): Answers {
  const broken = rules.filter(([, fits]) => !fits);
  const first = broken.filter(([field], index) => broken.findIndex(([other]) => other === field) === index);
  return Object.fromEntries(first.map(([field, , says]) => [field, says]));
}

export function isEmpty(answers: Answers): boolean {
  return Object.keys(answers).length === 0;
}

/** Looks like an e-mail address; whether it exists shows when we write to it. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@"<>()[\],;:\\]+@[^\s@"<>()[\],;:\\]+\.[^\s@.]{2,}$/.test(text);
}

/** A civil day that exists and is not after `today`. */
export function isPastDay(text: string, today: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && text <= today && isDay(text);
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}
