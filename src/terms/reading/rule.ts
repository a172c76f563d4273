import type { FactInfo } from "../factTypes.ts";
import type { Place } from "../finding.ts";
import type { Rule, RuleKind } from "../rules.ts";
import type { Condition } from "../tests.ts";
import { vocabulary } from "../vocabulary.ts";
import { condition } from "./conditions.ts";
import { problemOf } from "./factValues.ts";
import { shown, textOf } from "./fields.ts";
import { nearest } from "./nearest.ts";
import { noSuchFact, writeOneOf } from "./noSuchName.ts";
import { keyPlaceIn, placeIn, rememberOrigin } from "./origins.ts";
import type { Report } from "./report.ts";
import { needsWhen, ruleKinds } from "./ruleKinds.ts";
import { plain, readYaml, type YamlMap, type YamlNode } from "./yaml.ts";

/** Reads the rule block of a clause. A rule with any fault is left out; all its faults are reported. */
export function readRule(text: string, above: number, report: Report): Rule | null {
  const before = report.findings.length;
  const place = { line: above + 1, column: 1 };
  const node = readYaml(text, above, report);
  if (node?.kind !== "map") {
    if (report.findings.length === before) {
      report.error("rule_invalid", node?.place ?? place, ruleShape);
    }
    return null;
  }
  const kind = readKind(node, report);
  if (kind === undefined) {
    return null;
  }
  const fields = readFields(kind, node, report);
  const rule = rememberOrigin({ kind, place: node.place, ...fields } as unknown as Rule, node);
  if (report.findings.length === before) {
    checkTogether(rule, report);
  }
  return report.findings.length === before ? rule : null;
}

const ruleShape = "A rule is a mapping of fields to values. Begin it with its kind, as in kind: window.";

function readKind(node: YamlMap, report: Report): RuleKind | undefined {
  const entry = node.entries.get("kind");
  if (entry === undefined) {
    return report.error(
      "kind_missing",
      node.place,
      "The rule does not say its kind. Add kind: window, or another.",
    );
  }
  const name = textOf(entry.node) ?? "";
  return Object.hasOwn(ruleKinds, name)
    ? (name as RuleKind)
    : report.error(
        "kind_unknown",
        entry.node.place,
        `${shown(entry.node)} is no kind of rule. ${writeOneOf(name, Object.keys(ruleKinds))}`,
      );
}

function readFields(kind: RuleKind, node: YamlMap, report: Report): Record<string, unknown> {
  const specs = ruleKinds[kind];
  const fields: Record<string, unknown> = {
    when: readWhen(kind, node, report),
    presume: readPresume(node, report),
  };
  for (const [name, { key, node: value }] of node.entries) {
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    if (spec !== undefined) {
      fields[name] = spec.read(value, report);
    } else if (!["kind", "when", "presume"].includes(name)) {
      const known = ["when", "presume", ...Object.keys(specs)];
      const message = `A rule of kind ${kind} has no field "${name}". ${otherField(name, known)}`;
      report.error("field_unknown", key, message);
    }
  }
  for (const [name, spec] of Object.entries(specs)) {
    if (!node.entries.has(name) && spec.required) {
      report.error("field_missing", node.place, lacking(kind, name));
    } else if (!node.entries.has(name) && spec.default !== undefined) {
      fields[name] = spec.default;
    }
  }
  return fields;
}

const lacking = (kind: RuleKind, field: string): string =>
  `A rule of kind ${kind} needs the field "${field}". Add it.`;

/** The field that was meant, or all there are and the way out without any. */
export function otherField(name: string, known: readonly string[]): string {
  const way = nearest(name, known);
  return way === undefined ? `Leave it out, or use one of ${known.join(", ")}.` : `Write ${way}.`;
}

function readWhen(kind: RuleKind, node: YamlMap, report: Report): Condition | null {
  const entry = node.entries.get("when");
  if (entry !== undefined) {
    return (condition(entry.node, report) as Condition | undefined) ?? null;
  }
  if (needsWhen.has(kind)) {
    report.error("field_missing", node.place, lacking(kind, "when"));
  }
  return null;
}

function readPresume(node: YamlMap, report: Report): ReadonlyMap<string, unknown> {
  const presumed = new Map<string, unknown>();
  const entry = node.entries.get("presume");
  if (entry === undefined) {
    return presumed;
  }
  if (entry.node.kind !== "map") {
    report.error(
      "value_unknown",
      entry.node.place,
      "presume maps facts to values. Write { claim.wants: repair }.",
    );
    return presumed;
  }
  for (const [name, { key, node: value }] of entry.node.entries) {
    const info = vocabulary.get(name);
    const problem = info === undefined ? noSuchFact(name) : unfitValue(info, value);
    if (problem !== undefined) {
      report.error(info === undefined ? "fact_unknown" : "value_unknown", placeOf(key, value, info), problem);
    } else {
      presumed.set(name, plain(value));
    }
  }
  return presumed;
}

function unfitValue(info: FactInfo, value: YamlNode): string | undefined {
  const problem = problemOf(info, plain(value));
  return problem && `${problem} Give it such a value.`;
}

const placeOf = (key: Place, value: YamlNode, info: unknown): Place =>
  info === undefined ? key : value.place;

/** Fields that only mean something together: each pair with what it says. */
function checkTogether(rule: Rule, report: Report): void {
  if (rule.kind === "window") {
    checkPair(rule, ["from", "window"], report);
  } else if (rule.kind === "return" || rule.kind === "duty" || rule.kind === "transfer") {
    checkPair(rule, ["within", "of"], report);
  } else if (rule.kind === "hold") {
    checkPair(rule, ["lasts", "of"], report);
  }
  if (rule.kind === "duty" && (rule["if-not"] === "refused" || rule["if-not"] === "hold")) {
    const lacks = (["decision", "within", "of", "done"] as const).filter((name) => rule[name] === undefined);
    if (lacks.length > 0) {
      const message = `A duty that ends in ${rule["if-not"]} needs ${lacks.join(", ")}. Add what is missing.`;
      report.error("field_missing", placeIn(rule, "if-not"), message);
    }
  }
  if (rule.kind === "renewal" && rule.grace !== undefined && rule.until === undefined) {
    const message = "A time of grace needs an end that it follows. Add until, or leave grace out.";
    report.error("field_missing", keyPlaceIn(rule, "grace"), message);
  }
}

/** Of two fields that only mean something together, the one that is there. */
function checkPair(rule: Rule, pair: readonly [string, string], report: Report): void {
  const fields = rule as unknown as Readonly<Record<string, unknown>>;
  const [there, missing] = fields[pair[0]] === undefined ? [pair[1], pair[0]] : pair;
  if (fields[there] !== undefined && fields[missing] === undefined) {
    const message = `The field "${there}" says nothing without "${missing}". Add it, or leave both out.`;
    report.error("field_missing", keyPlaceIn(rule, there), message);
  }
}
