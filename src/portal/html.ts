import assert from "node:assert/strict";

/** A piece of finished HTML. Only `html` makes one, so a plain string can never pass for one. */
export class Html {
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  static finished(text: string): Html {
    return new Html(text);
  }

  toString(): string {
    return this.#text;
  }
}

/** Attributes for a hole inside a tag: true gives the bare name; null, undefined and false leave it out. */
export class Attributes {
  readonly values: Readonly<Record<string, string | number | boolean | null | undefined>>;

  constructor(values: Attributes["values"]) {
    this.values = values;
  }
}

/** What may stand in a hole. Null, undefined and false vanish; arrays join; everything else is escaped. */
export type HtmlValue =
  | Html
  | Attributes
  | string
  | number
  | bigint
  | null
  | undefined
  | false
  | readonly HtmlValue[];

type Hole = "text" | "value" | "link" | "tag";

const links = /^(href|src|action|formaction)$/;

const holesOf = new WeakMap<TemplateStringsArray, readonly Hole[]>();

/** Builds HTML from a template. Each hole is escaped for the place it stands in; a place we cannot make
 * safe (an unquoted attribute, a comment, a script, an event handler) stops the program when it is tried. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const holes = holesOf.get(strings) ?? readHoles(strings);
  let text = strings[0] ?? "";
  for (const [index, value] of values.entries()) {
    text += fill(value, holes[index] ?? "text") + strings[index + 1];
  }
  return Html.finished(text);
}

/** Escapes the five characters that can end a text or an attribute. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function fill(value: HtmlValue, hole: Hole): string {
  if (value === null || value === undefined || value === false) {
    return "";
  }
  if (Array.isArray(value)) {
    return value.map((part: HtmlValue) => fill(part, hole)).join("");
  }
  if (value instanceof Attributes) {
    assert(hole === "tag", "attributes stand inside a tag, outside quotes");
    return fillAttributes(value);
  }
  if (value instanceof Html) {
    assert(hole === "text", "finished HTML cannot stand inside a tag");
    return value.toString();
  }
  const text = writeScalar(value);
  if (hole === "tag") {
    assert(/^[a-z][a-z-]*$/.test(text), "only a bare attribute name may stand in a tag outside quotes");
    return text;
  }
  return hole === "link" ? safeLink(text) : escapeText(text);
}

function writeScalar(value: HtmlValue): string {
  assert(
    typeof value === "string" || typeof value === "number" || typeof value === "bigint",
    "a plain value",
  );
  return `${value}`;
}

function fillAttributes({ values }: Attributes): string {
  const written = Object.entries(values).map(([name, value]) => {
    assert(/^(?!on|style$|srcdoc$)[a-z][a-z-]*$/.test(name), `no such attribute: ${name}`);
    if (value === null || value === undefined || value === false) {
      return "";
    }
    const text = links.test(name) ? safeLink(String(value)) : escapeText(String(value));
    return value === true ? ` ${name}` : ` ${name}="${text}"`;
  });
  return written.join("");
}

/** A link that would run as a script becomes a link to nowhere; paths, http, https and mailto pass. */
function safeLink(text: string): string {
  const printable = Array.from(text)
    .filter((character) => character > " ")
    .join("");
  const scheme = /^[^/?#]*?:/.exec(printable)?.[0].toLowerCase();
  const passes = scheme === undefined || ["http:", "https:", "mailto:"].includes(scheme);
  return passes ? escapeText(text) : "#";
}

function readHoles(strings: TemplateStringsArray): readonly Hole[] {
  const holes: Hole[] = [];
  let before = "";
  for (const part of strings.slice(0, -1)) {
    before += part;
    holes.push(holeAfter(before));
    before += "x";
  }
  holesOf.set(strings, holes);
  return holes;
}

function holeAfter(before: string): Hole {
  assert(!/<!--(?:(?!-->)[\s\S])*$/.test(before), "no hole in a comment");
  assert(!/<(script|style)\b[^>]*>(?:(?!<\/\1)[\s\S])*$/.test(before), "no hole in a script or a style");
  const tag = /<[a-zA-Z/](?:[^"'<>]|"[^"]*")*("[^"]*)?$/.exec(before);
  if (tag === null) {
    return "text";
  }
  if (tag[1] === undefined) {
    assert(/\s$/.test(before), "quote the attribute with double quotes, or set a space before the hole");
    return "tag";
  }
  const name = /([\w-]+)="[^"]*$/.exec(before)?.[1] ?? "";
  assert(!/^(on|style$|srcdoc$)/.test(name), `no hole in the attribute ${name}`);
  const opensLink = tag[1] === '"' && links.test(name);
  return opensLink ? "link" : "value";
}
