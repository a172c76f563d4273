import type { Clause, TermsDocument } from "../document.ts";
import type { Rule } from "../rules.ts";
import { directionOfClause, directionOfField } from "./directions.ts";
import { changingClause, type FoundEdit, keyIn, withClause, withField, withoutClause } from "./edits.ts";
import { sameValue } from "./plainValue.ts";
import { sentence } from "./sentence.ts";
import { conditionText, valueText } from "./valueText.ts";

/** The figure a clause of a kind is about; its name is not repeated in the sentence. */
const mainField: Readonly<Partial<Record<Rule["kind"], string>>> = {
  window: "window",
  period: "length",
  benefit: "grants",
  extend: "by",
};

/** Words a reader of the receipt sees; the engine does not look at them. */
const wordsOnly: ReadonlySet<string> = new Set(["question", "evidence", "must", "shows", "instead", "law"]);

export function clauseAdded(key: string, clause: Clause, after: string | undefined): FoundEdit {
  return {
    clause: keyIn(key).id,
    field: "clause",
    before: "nothing",
    after: clauseText(clause),
    ...sentence(keyIn(key).id, `new ${clauseText(clause)}`, directionOfClause(clause.rule, true)),
    apply: (document) => withClause(document, clause, after),
  };
}

export function clauseRemoved(key: string, clause: Clause): FoundEdit {
  return {
    clause: keyIn(key).id,
    field: "clause",
    before: clauseText(clause),
    after: "nothing",
    ...sentence(keyIn(key).id, `taken out: ${clauseText(clause)}`, directionOfClause(clause.rule, false)),
    apply: (document) => withoutClause(document, key),
  };
}

/** What a clause does, in a few words. */
function clauseText({ rule, tables }: Clause): string {
  if (rule === null) {
    return tables.length > 0 ? "table" : "text without a rule";
  }
  const condition = rule.when === null ? "" : `, when ${conditionText(rule.when)}`;
  return `${rule.kind}${condition}`;
}

/** The edits of one clause's rule: field by field, or as a whole when its kind is another. */
export function ruleEdits(key: string, before: Clause, after: Clause): FoundEdit[] {
  if (sameValue(before.rule, after.rule)) {
    return [];
  }
  if (before.rule === null || after.rule === null || before.rule.kind !== after.rule.kind) {
    return [ruleReplaced(key, before, after)];
  }
  const old = before.rule as unknown as Readonly<Record<string, unknown>>;
  const now = after.rule as unknown as Readonly<Record<string, unknown>>;
  const names = [...new Set([...Object.keys(now), ...Object.keys(old)])].filter((name) => name !== "place");
  return names
    .filter((name) => !sameValue(old[name], now[name]) && (old[name] ?? now[name]) !== undefined)
    .map((name) => fieldEdit(key, name, before.rule as Rule, after.rule as Rule));
}

function ruleReplaced(key: string, before: Clause, after: Clause): FoundEdit {
  const [old, now] = [clauseText(before), clauseText(after)];
  return {
    clause: keyIn(key).id,
    field: "rule",
    before: old,
    after: now,
    ...sentence(keyIn(key).id, `${old} -> ${now}`, "neither"),
    apply: (document: TermsDocument) =>
      changingClause(document, key, (clause) => ({ ...clause, rule: after.rule, hasRule: after.hasRule })),
  };
}

function fieldEdit(key: string, field: string, before: Rule, after: Rule): FoundEdit {
  const [old, now] = [before, after].map(
    (rule) => (rule as unknown as Readonly<Record<string, unknown>>)[field],
  );
  const texts = [old, now].map((value) =>
    field === "when" ? conditionText(value as never) : valueText(value),
  );
  const [was = "", is = ""] = texts;
  const name = mainField[after.kind] === field ? "" : `${field}: `;
  const direction = wordsOnly.has(field) ? "neither" : directionOfField(after.kind, field, old, now);
  return {
    clause: keyIn(key).id,
    field,
    before: was,
    after: is,
    ...sentence(keyIn(key).id, `${name}${was} -> ${is}`, direction),
    apply: (document) => withField(document, key, field, now),
  };
}
