import type { Place } from "../finding.ts";
import type { Rule, RuleKind } from "../rules.ts";
import type { Condition } from "../tests.ts";
import { noFact } from "../vocabulary/noFact.ts";
import { vocabulary } from "../vocabulary.ts";
import { condition } from "./conditions.ts";
import { problemOf } from "./factValues.ts";
import { shown, textOf } from "./fields.ts";
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
      report.error("rule_invalid", node?.place ?? place, "A rule is a mapping that begins with its kind.");
    }
    return null;
  }
  const kind = readKind(node, report);
  if (kind === undefined) {
    return null;
  }
  const fields = readFields(kind, node, report);
  const rule = { kind, place: node.place, ...fields } as unknown as Rule;
  if (report.findings.length === before) {
    checkTogether(rule, node.place, report);
  }
  return report.findings.length === before ? rule : null;
}

function readKind(node: YamlMap, report: Report): RuleKind | undefined {
  const entry = node.entries.get("kind");
  if (entry === undefined) {
    return report.error("kind_missing", node.place, "The rule does not say its kind.");
  }
  const name = textOf(entry.node) ?? "";
  return Object.hasOwn(ruleKinds, name)
    ? (name as RuleKind)
    : report.error(
        "kind_unknown",
        entry.node.place,
        `${shown(entry.node)} is no kind of rule: ${Object.keys(ruleKinds).join(", ")} are.`,
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
      report.error("field_unknown", key, `A rule of kind ${kind} has no field "${name}".`);
    }
  }
  for (const [name, spec] of Object.entries(specs)) {
    if (!node.entries.has(name) && spec.required) {
      report.error("field_missing", node.place, `A rule of kind ${kind} needs the field "${name}".`);
    } else if (!node.entries.has(name) && spec.default !== undefined) {
      fields[name] = spec.default;
    }
  }
  return fields;
}

function readWhen(kind: RuleKind, node: YamlMap, report: Report): Condition | null {
  const entry = node.entries.get("when");
  if (entry !== undefined) {
    return (condition(entry.node, report) as Condition | undefined) ?? null;
  }
  if (needsWhen.has(kind)) {
    report.error("field_missing", node.place, `A rule of kind ${kind} needs the field "when".`);
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
    report.error("value_unknown", entry.node.place, "presume is a mapping from facts to values.");
    return presumed;
  }
  for (const [name, { key, node: value }] of entry.node.entries) {
    const info = vocabulary.get(name);
    const problem = info === undefined ? noFact(name) : problemOf(info, plain(value));
    if (problem !== undefined) {
      report.error(info === undefined ? "fact_unknown" : "value_unknown", placeOf(key, value, info), problem);
    } else {
      presumed.set(name, plain(value));
    }
  }
  return presumed;
}

const placeOf = (key: Place, value: YamlNode, info: unknown): Place =>
  info === undefined ? key : value.place;

/** Fields that only mean something together. */
function checkTogether(rule: Rule, place: Place, report: Report): void {
  if (rule.kind === "window" && (rule.from === undefined) !== (rule.window === undefined)) {
    report.error("field_missing", place, "A window has both from and window, or neither.");
  }
  if (
    (rule.kind === "return" || rule.kind === "duty" || rule.kind === "transfer") &&
    (rule.within === undefined) !== (rule.of === undefined)
  ) {
    report.error("field_missing", place, "within and of stand together, or both are left out.");
  }
  if (rule.kind === "hold" && (rule.lasts === undefined) !== (rule.of === undefined)) {
    report.error("field_missing", place, "lasts and of stand together, or both are left out.");
  }
  if (rule.kind === "duty" && (rule["if-not"] === "refused" || rule["if-not"] === "hold")) {
    if (rule.done === undefined || rule.within === undefined || rule.decision === undefined) {
      report.error(
        "field_missing",
        place,
        `A duty that ends in ${rule["if-not"]} needs decision, within, of and done.`,
      );
    }
  }
  if (rule.kind === "renewal" && rule.grace !== undefined && rule.until === undefined) {
    report.error("field_missing", place, "grace needs until.");
  }
}
