import type { FactInfo } from "../factTypes.ts";
import type { Condition } from "../tests.ts";
import { vocabulary } from "../vocabulary.ts";
import { type FieldReader, unexpected } from "./fields.ts";
import { noSuchFact } from "./noSuchName.ts";
import { rememberOrigin } from "./origins.ts";
import { type Phrase, readPhrase, readValues } from "./phrases.ts";
import type { Report } from "./report.ts";
import type { YamlNode } from "./yaml.ts";

/** Reads a `when`: a mapping whose entries must all hold. `otherwise` is a condition that always does. */
export const condition: FieldReader = (node, report): Condition | undefined => {
  if (node.kind === "scalar" && node.text === "otherwise") {
    return { kind: "all", of: [] };
  }
  if (node.kind !== "map") {
    return report.error(
      "value_unknown",
      node.place,
      unexpected("facts with their tests", node, "Write one such as { incident.cause: drop }."),
    );
  }
  const parts: Condition[] = [];
  for (const [name, { key, node: value }] of node.entries) {
    const part = joined(name, value, report) ?? test(name, key, value, report);
    if (part !== undefined && part !== "bad") {
      parts.push(part);
    }
  }
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: "all", of: parts };
};

/** `any`, `all` and `not`; undefined when the entry is none of them. */
function joined(name: string, value: YamlNode, report: Report): Condition | "bad" | undefined {
  if (name === "not") {
    const of = condition(value, report) as Condition | undefined;
    return of === undefined ? "bad" : { kind: "not", of };
  }
  if (name !== "any" && name !== "all") {
    return undefined;
  }
  if (value.kind !== "list" || value.items.length === 0) {
    const message = unexpected("a list of conditions", value, "Write [{ incident.cause: drop }, …].");
    report.error("value_unknown", value.place, message);
    return "bad";
  }
  const of = value.items.map((item) => condition(item, report) as Condition | undefined);
  return { kind: name, of: of.filter((each) => each !== undefined) };
}

function test(name: string, key: YamlNode["place"], value: YamlNode, report: Report): Condition | undefined {
  const info = vocabulary.get(name);
  if (info === undefined) {
    return report.error("fact_unknown", key, noSuchFact(name));
  }
  const phrase = phraseOf(info, value, report);
  if (phrase === undefined) {
    return undefined;
  }
  const tests = phrase.tests.map(
    (is): Condition => rememberOrigin({ kind: "fact", fact: name, is, place: key } as const, value),
  );
  const [only] = tests;
  const positive: Condition = tests.length === 1 && only !== undefined ? only : { kind: "any", of: tests };
  return phrase.negated ? { kind: "not", of: positive } : positive;
}

function phraseOf(info: FactInfo, value: YamlNode, report: Report): Phrase | undefined {
  if (value.kind === "scalar") {
    return readPhrase(info, value, report);
  }
  if (value.kind === "list") {
    return readValues(info, value.items, report);
  }
  const negated = value.entries.get("not");
  if (negated === undefined || value.entries.size !== 1) {
    return report.error(
      "value_unknown",
      value.place,
      "A test that is a mapping has one key. Write { not: … }.",
    );
  }
  const inner = phraseOf(info, negated.node, report);
  return inner && { ...inner, negated: !inner.negated };
}
