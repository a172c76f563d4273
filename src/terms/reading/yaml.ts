import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from "yaml";
import type { Place } from "../finding.ts";
import type { Report } from "./report.ts";

/** YAML as far as terms use it, each value with its place in the file. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

export interface YamlScalar {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** As written, without quotes. */
  readonly text: string;
  readonly place: Place;
}

export interface YamlList {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
  readonly place: Place;
}

export interface YamlMap {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, { readonly key: Place; readonly node: YamlNode }>;
  readonly place: Place;
}

/** Deeper than any terms need; keeps a hostile file from exhausting the stack. */
const deepest = 24;

/** Characters; the parser compares each key of a mapping with each. */
const longest = 50_000;
/** Of a block that is no YAML at all, more would say nothing new. */
const mostErrors = 20;

/** Reads a block of YAML 1.2 core. `above` is the file's line just above the block's first line. */
export function readYaml(text: string, above: number, report: Report): YamlNode | undefined {
  const lines = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: above + line, column: Math.max(1, col) };
  };
  if (text.length > longest) {
    const { length } = text.slice(0, longest).split("\n");
    const message = `The block has more than ${longest} characters. Make two of it.`;
    return report.error("yaml_too_long", { line: above + length, column: 1 }, message);
  }
  const parsed = parse(text, lines);
  if (parsed === undefined) {
    return report.error("yaml_too_deep", { line: above + 1, column: 1 }, tooDeep);
  }
  const warnings = parsed.warnings.filter(({ code }) => code !== "TAG_RESOLVE_FAILED");
  for (const error of [...parsed.errors, ...warnings].slice(0, mostErrors)) {
    const code = codes.get(error.code) ?? "yaml_invalid";
    const [offset] = error.pos;
    const open = /^Flow|end with a/.test(error.message) ? openBracket(text.slice(0, offset)) : undefined;
    const message = sayingOf(code, text.slice(offset), error.message);
    report.error(code, at(open ?? offset), open === undefined ? message : notClosed(text[open] ?? ""));
  }
  if (parsed.contents === null) {
    return undefined;
  }
  return new Converter(text, at, report).convert(parsed.contents, 0);
}

function parse(text: string, lineCounter: LineCounter): ReturnType<typeof parseDocument> | undefined {
  try {
    return parseDocument(text, {
      version: "1.2",
      schema: "core",
      lineCounter,
      prettyErrors: false,
      merge: false,
    });
  } catch {
    // The parser recurses; only a block nested thousands of levels deep gets here.
    return undefined;
  }
}

const tooDeep = "The block is nested too deeply to read. Leave levels out, or split it.";

const codes: ReadonlyMap<string, string> = new Map([
  ["DUPLICATE_KEY", "key_twice"],
  ["BAD_ALIAS", "yaml_alias"],
]);

/** The innermost bracket that was opened and not closed. */
function openBracket(text: string): number | undefined {
  const open: number[] = [];
  for (const { 0: found, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[[\]{}]/g)) {
    if (found === "[" || found === "{") {
      open.push(index);
    } else if (found === "]" || found === "}") {
      open.pop();
    }
  }
  return open.at(-1);
}

const notClosed = (bracket: string): string =>
  `The bracket ${bracket} is not closed. Close it with ${bracket === "[" ? "]" : "}"}.`;

function sayingOf(code: string, rest: string, message: string): string {
  switch (code) {
    case "key_twice":
      return keyTwice(rest);
    case "yaml_alias":
      return noAlias;
    default:
      return notYaml(message);
  }
}

const noAlias = "Anchors and aliases are not part of the format. Write it out.";
const noTag = (tag: string): string => `The tag ${tag} is not part of the format. Leave it out.`;

const keyTwice = (rest: string): string =>
  `The key "${/^[\w."'-]*/.exec(rest)?.[0] ?? ""}" is given twice. Leave one of them out.`;

/** The parser's own sentence, and the likeliest way out. */
const notYaml = (message: string): string =>
  `${message.split("\n", 1)[0]?.replace(/[:.]$/, "")}. Close every bracket, and quote texts with : or #.`;

class Converter {
  readonly #text: string;
  readonly #at: (offset: number) => Place;
  readonly #report: Report;

  constructor(text: string, at: (offset: number) => Place, report: Report) {
    this.#text = text;
    this.#at = at;
    this.#report = report;
  }

  convert(node: Node, depth: number): YamlNode | undefined {
    const place = this.#at(node.range?.[0] ?? 0);
    if (depth > deepest) {
      return this.#report.error("yaml_too_deep", place, tooDeep);
    }
    if (isAlias(node) || ("anchor" in node && node.anchor !== undefined)) {
      const mark = "anchor" in node && node.anchor !== undefined ? `&${node.anchor}` : "";
      return this.#report.error("yaml_alias", this.#before(node, mark), noAlias);
    }
    if (node.tag !== undefined) {
      const [tag = ""] = /!\S*\s*$/.exec(this.#text.slice(0, node.range?.[0] ?? 0)) ?? [];
      return this.#report.error("yaml_tag", this.#before(node, tag), noTag(tag.trim()));
    }
    if (isScalar(node)) {
      return scalar(node.value, node.source, place);
    }
    if (isSeq(node)) {
      const items = node.items.map((item) => this.convert(item as Node, depth + 1));
      return { kind: "list", items: items.filter((item) => item !== undefined), place };
    }
    return isMap(node) ? this.#map(node.items as Pair<Node, Node | null>[], place, depth) : undefined;
  }

  /** Where a mark stands that is written before a node. */
  #before(node: Node, mark: string): Place {
    const offset = node.range?.[0] ?? 0;
    const at = mark === "" ? -1 : this.#text.lastIndexOf(mark, offset);
    return this.#at(at < 0 ? offset : at);
  }

  #map(pairs: readonly Pair<Node, Node | null>[], place: Place, depth: number): YamlMap {
    const entries = new Map<string, { key: Place; node: YamlNode }>();
    for (const { key, value } of pairs) {
      const keyPlace = this.#at(key.range?.[0] ?? 0);
      if (!isScalar(key)) {
        this.#report.error(
          "yaml_invalid",
          keyPlace,
          "A key must be a word. Write the name of a field or a fact.",
        );
        continue;
      }
      const name = String(key.source ?? key.value);
      const node = value === null ? scalar(null, "", keyPlace) : this.convert(value, depth + 1);
      if (node !== undefined && !entries.has(name)) {
        entries.set(name, { key: keyPlace, node });
      }
    }
    return { kind: "map", entries, place };
  }
}

function scalar(value: unknown, source: string | undefined, place: Place): YamlScalar {
  const isPlain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  // Core YAML has no other scalars; a number too large for a double arrives as a bigint and stays as written.
  const plainValue = isPlain || value === null ? value : (source ?? null);
  return { kind: "scalar", value: plainValue, text: source ?? String(plainValue ?? ""), place };
}

/** The plain JSON value of a node. */
export function plain(node: YamlNode): unknown {
  if (node.kind === "scalar") {
    return node.value;
  }
  if (node.kind === "list") {
    return node.items.map(plain);
  }
  return Object.fromEntries([...node.entries].map(([name, { node: value }]) => [name, plain(value)]));
}
