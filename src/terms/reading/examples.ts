import { type Decision, decisions, type Example, type Expectation } from "../document.ts";
import type { Facts } from "../facts.ts";
import type { Place } from "../finding.ts";
import { parseDay, parseInstant } from "../time/civil.ts";
import { vocabulary } from "../vocabulary.ts";
import { factProblems, isRecord } from "./factValues.ts";
import { clauseId, count, type FieldReader, listOf, sentence, shown, slug, textOf, words } from "./fields.ts";
import { nearest } from "./nearest.ts";
import { noSuchFact } from "./noSuchName.ts";
import { rememberOrigin } from "./origins.ts";
import type { Report } from "./report.ts";
import { otherField } from "./rule.ts";
import type { ExampleBlock } from "./sections.ts";
import { plain, readYaml, type YamlMap, type YamlNode } from "./yaml.ts";

type PlainFacts = Readonly<Record<string, unknown>>;

interface Block {
  readonly node: YamlMap;
  readonly clause: string | null;
  readonly as: string | undefined;
  readonly from: string | undefined;
  /** `at` and `given` of this block alone. */
  readonly given: PlainFacts;
}

/** Reads the examples of a document and lays each one's facts over its base. */
export function readExamples(blocks: readonly ExampleBlock[], report: Report): readonly Example[] {
  const read = blocks.flatMap((block) => readBlock(block, report) ?? []);
  const bases = namedBlocks(read, report);
  const names = new Set<string>();
  const known = new Map<Block, PlainFacts>();
  return read.flatMap((block) => {
    report.enter(block.clause ?? undefined);
    const facts = factsOf(block, bases, new Set(), known, report);
    const example = isBase(block) ? undefined : readExample(block, facts, report);
    if (example !== undefined && names.has(example.name)) {
      report.error(
        "example_twice",
        placeOfField(block.node, "name"),
        `There are two examples called "${example.name}". Name one of them otherwise.`,
      );
    }
    names.add(example?.name ?? "");
    return example ?? [];
  });
}

const readers: Readonly<Record<string, FieldReader>> = {
  name: sentence,
  as: slug,
  from: slug,
  decision: words(...decisions),
  at: instant,
  given: (node, report) =>
    node.kind === "map"
      ? plain(node)
      : report.error(
          "value_unknown",
          node.place,
          "The case is no mapping of facts. Write given: { plan: { uses: 1 } }.",
        ),
  expect: (node, report) =>
    node.kind === "map"
      ? node
      : report.error(
          "value_unknown",
          node.place,
          "What is expected is no mapping. Write expect: { outcome: plan }.",
        ),
};

function instant(node: YamlNode, report: Report): string | undefined {
  const text = textOf(node) ?? "";
  return parseInstant(text) === undefined
    ? report.error(
        "date_invalid",
        node.place,
        `${shown(node)} is no instant. Write one such as 2026-06-01T10:00:00Z.`,
      )
    : text;
}

function day(node: YamlNode, report: Report): string | undefined {
  const text = textOf(node) ?? "";
  return parseDay(text) === undefined
    ? report.error("date_invalid", node.place, `${shown(node)} is no day. Write one such as 2026-06-01.`)
    : text;
}

function readBlock(block: ExampleBlock, report: Report): Block | undefined {
  report.enter(block.clause ?? undefined);
  const node = readYaml(block.text, block.above, report);
  if (node?.kind !== "map") {
    const place = node?.place ?? { line: block.above, column: 1 };
    return report.error(
      "example_invalid",
      place,
      "An example is a mapping. Write name, decision, at, given and expect, each on its line.",
    );
  }
  for (const [name, { key }] of node.entries) {
    if (!Object.hasOwn(readers, name)) {
      const message = `An example has no field "${name}". ${otherField(name, Object.keys(readers))}`;
      report.error("field_unknown", key, message);
    }
  }
  const at = field(node, "at", report) as string | undefined;
  const given = (field(node, "given", report) ?? {}) as PlainFacts;
  reportFacts(node, given, report);
  return {
    node,
    clause: block.clause,
    as: field(node, "as", report) as string | undefined,
    from: field(node, "from", report) as string | undefined,
    given: at === undefined ? given : { ...given, at },
  };
}

function field(node: YamlMap, name: string, report: Report): unknown {
  const entry = node.entries.get(name);
  return entry === undefined ? undefined : readers[name]?.(entry.node, report);
}

/** Findings about facts stand where the fact stands. */
function reportFacts(node: YamlMap, given: PlainFacts, report: Report): void {
  for (const { path, message } of factProblems(given)) {
    const [group = "", name = ""] = path.split(".");
    const groupEntry = entryIn(node.entries.get("given")?.node, group);
    const entry = entryIn(groupEntry?.node, name) ?? groupEntry;
    const info = vocabulary.get(path);
    const code = info !== undefined || entry === undefined ? "value_unknown" : "fact_unknown";
    const isFact = code === "value_unknown" && info !== undefined;
    const place = (isFact ? entry?.node.place : entry?.key) ?? node.place;
    report.error(code, place, isFact ? `${message} Give it such a value.` : noSuchFact(path));
  }
}

function entryIn(node: YamlNode | undefined, name: string): { key: Place; node: YamlNode } | undefined {
  return node?.kind === "map" ? node.entries.get(name) : undefined;
}

function namedBlocks(blocks: readonly Block[], report: Report): ReadonlyMap<string, Block> {
  const named = new Map<string, Block>();
  for (const block of blocks) {
    if (block.as !== undefined && named.has(block.as)) {
      report.error(
        "example_twice",
        placeOfField(block.node, "as"),
        `Two blocks are called "${block.as}". Name one of them otherwise.`,
      );
    } else if (block.as !== undefined) {
      named.set(block.as, block);
    }
  }
  return named;
}

function wayToBase(name: string, bases: readonly string[]): string {
  const meant = nearest(name, bases);
  return meant === undefined ? `Add one with as: ${name}, or leave from out.` : `Write ${meant}.`;
}

/** The moment a base would have given, had it been found: so that its lack is not told a second time. */
const openMoment = "1970-01-01T00:00:00Z";

const isBase = ({ node, as }: Block): boolean =>
  as !== undefined && !["name", "decision", "expect"].some((name) => node.entries.has(name));

function factsOf(
  block: Block,
  bases: ReadonlyMap<string, Block>,
  path: ReadonlySet<Block>,
  known: Map<Block, PlainFacts>,
  report: Report,
): PlainFacts {
  const before = known.get(block);
  if (block.from === undefined || before !== undefined) {
    return before ?? block.given;
  }
  const base = bases.get(block.from);
  if (base === undefined || path.has(base) || base === block) {
    const message =
      base === undefined
        ? `No block is called "${block.from}". ${wayToBase(block.from, [...bases.keys()])}`
        : "The bases go round in a circle. Leave one from out.";
    report.error("base_unknown", placeOfField(block.node, "from"), message);
    return { at: openMoment, ...block.given };
  }
  const facts = laidOver(factsOf(base, bases, new Set(path).add(block), known, report), block.given);
  known.set(block, facts);
  return facts;
}

/** Group by group and fact by fact; a group that is no mapping replaces the whole. */
function laidOver(base: PlainFacts, top: PlainFacts): PlainFacts {
  const result: Record<string, unknown> = { ...base };
  for (const [group, value] of Object.entries(top)) {
    const below = base[group];
    result[group] = isRecord(value) && isRecord(below) ? { ...below, ...value } : value;
  }
  return result;
}

function readExample(block: Block, facts: PlainFacts, report: Report): Example | undefined {
  const { node, clause } = block;
  const missing = ["name", "decision", "expect"].filter((name) => !node.entries.has(name));
  if (missing.length > 0) {
    report.error(
      "field_missing",
      node.place,
      `The example lacks ${missing.join(", ")}. Add what is missing.`,
    );
  }
  const isBaseUnread = block.from === undefined && node.entries.has("from");
  if (facts.at === undefined && !node.entries.has("at") && !isBaseUnread) {
    const message = "The example lacks the moment of its decision. Add at: 2026-06-01T10:00:00Z, or another.";
    report.error("field_missing", node.place, message);
  }
  const name = field(node, "name", report) as string | undefined;
  const decision = field(node, "decision", report) as Decision | undefined;
  const expected = field(node, "expect", report) as YamlMap | undefined;
  const expect = expected && readExpectation(expected, report);
  if (name === undefined || decision === undefined || expect === undefined) {
    return undefined;
  }
  return { name, clause, place: node.place, decision, facts: facts as Facts, expect };
}

const placeOfField = (node: YamlMap, name: string): Place => node.entries.get(name)?.node.place ?? node.place;

const factName: FieldReader = (node, report) =>
  vocabulary.has(textOf(node) ?? "")
    ? textOf(node)
    : report.error("fact_unknown", node.place, noSuchFact(textOf(node) ?? ""));

const expectations: Readonly<Record<keyof Expectation, FieldReader>> = {
  outcome: words(
    ...[
      "allowed",
      "refused",
      "undecided",
      "statutory",
      "warranty",
      "plan",
      "paid",
      "goodwill",
      "hold",
      "incomplete",
      "amount",
      "release",
      "ask",
      "remind",
      "capture",
      "review",
    ],
  ),
  because: listOf(clauseId),
  against: listOf(clauseId),
  needs: listOf(factName),
  fee: sentence,
  nth: count,
  left: count,
  returns: listOf(slug),
  doors: listOf(slug),
  until: instant,
  refund: sentence,
  penalty: sentence,
  by: slug,
  payBy: instant,
  starts: instant,
  through: day,
  wouldChange: listOf(factName),
};

function readExpectation(node: YamlMap, report: Report): Expectation | undefined {
  const fields: Record<string, unknown> = {};
  for (const [name, { key, node: value }] of node.entries) {
    if (Object.hasOwn(expectations, name)) {
      fields[name] = expectations[name as keyof Expectation](value, report);
    } else {
      const known = Object.keys(expectations);
      report.error("field_unknown", key, `expect has no field "${name}". ${otherField(name, known)}`);
    }
  }
  if (!node.entries.has("outcome")) {
    report.error("field_missing", node.place, "What is expected lacks its outcome. Add outcome.");
  }
  return rememberOrigin(fields as unknown as Expectation, node);
}
