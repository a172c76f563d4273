import { type Decision, decisions, type Example, type Expectation } from "../document.ts";
import type { Facts } from "../facts.ts";
import type { Place } from "../finding.ts";
import { parseInstant } from "../time/civil.ts";
import { vocabulary } from "../vocabulary.ts";
import { factProblems, isRecord } from "./factValues.ts";
import { clauseId, count, type FieldReader, listOf, sentence, shown, slug, textOf, words } from "./fields.ts";
import type { Report } from "./report.ts";
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
      report.error("example_twice", example.place, `There are two examples called "${example.name}".`);
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
      : report.error("value_unknown", node.place, "given is a mapping of facts."),
  expect: (node, report) =>
    node.kind === "map"
      ? node
      : report.error("value_unknown", node.place, "expect is a mapping that says the outcome."),
};

function instant(node: YamlNode, report: Report): string | undefined {
  const text = textOf(node) ?? "";
  return parseInstant(text) === undefined
    ? report.error("date_invalid", node.place, `${shown(node)} is no instant such as 2026-06-01T10:00:00Z.`)
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
      "An example is a mapping with a name, a decision and what to expect.",
    );
  }
  for (const [name, { key }] of node.entries) {
    if (!Object.hasOwn(readers, name)) {
      report.error("field_unknown", key, `An example has no field "${name}".`);
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
    const code = vocabulary.has(path) || entry === undefined ? "value_unknown" : "fact_unknown";
    report.error(code, entry?.key ?? node.place, message);
  }
}

function entryIn(node: YamlNode | undefined, name: string): { key: Place; node: YamlNode } | undefined {
  return node?.kind === "map" ? node.entries.get(name) : undefined;
}

function namedBlocks(blocks: readonly Block[], report: Report): ReadonlyMap<string, Block> {
  const named = new Map<string, Block>();
  for (const block of blocks) {
    if (block.as !== undefined && named.has(block.as)) {
      report.error("example_twice", block.node.place, `Two blocks are called "${block.as}".`);
    } else if (block.as !== undefined) {
      named.set(block.as, block);
    }
  }
  return named;
}

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
      base === undefined ? `No block is called "${block.from}".` : "The bases go round in a circle.";
    report.error("base_unknown", block.node.entries.get("from")?.node.place ?? block.node.place, message);
    return block.given;
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
    return report.error("field_missing", node.place, `The example lacks ${missing.join(", ")}.`);
  }
  if (facts.at === undefined) {
    return report.error("field_missing", node.place, "The example lacks at, the moment of the decision.");
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

const factName: FieldReader = (node, report) =>
  vocabulary.has(textOf(node) ?? "")
    ? textOf(node)
    : report.error("fact_unknown", node.place, `There is no fact ${shown(node)}.`);

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
  wouldChange: listOf(factName),
};

function readExpectation(node: YamlMap, report: Report): Expectation | undefined {
  const fields: Record<string, unknown> = {};
  for (const [name, { key, node: value }] of node.entries) {
    if (Object.hasOwn(expectations, name)) {
      fields[name] = expectations[name as keyof Expectation](value, report);
    } else {
      report.error("field_unknown", key, `expect has no field "${name}".`);
    }
  }
  if (!node.entries.has("outcome")) {
    return report.error("field_missing", node.place, "expect lacks the outcome.");
  }
  return fields.outcome === undefined ? undefined : (fields as unknown as Expectation);
}
