import { clausesByKey, withField, withoutClause } from "../comparing/edits.ts";
import type { TermsDocument } from "../document.ts";
import { conditionsOf } from "../reading/links.ts";
import { isReference, type Rule } from "../rules.ts";
import { referencesIn } from "../tests.ts";
import type { Mutant } from "./mutant.ts";
import { mutateField } from "./mutateField.ts";
import { mutateTables } from "./mutateTable.ts";

/** Columns the engine looks up by itself. */
const ownColumns: readonly string[] = ["series", "group", "countries"];

/** Every mutant of a document, in the order of its clauses. Statutes and annexes are proved by themselves. */
export function mutantsOf(document: TermsDocument): readonly Mutant[] {
  const columns = new Set([...ownColumns, ...document.clauses.flatMap(({ rule }) => columnsRead(rule))]);
  return [...clausesByKey(document)].flatMap(([key, clause]) => {
    const { rule, id } = clause;
    const decides = rule !== null && (rule.kind !== "note" || rule.decision !== undefined);
    return [
      ...(decides
        ? [{ clause: id, says: "left out", apply: (each: TermsDocument) => withoutClause(each, key) }]
        : []),
      ...(decides ? fieldMutants(key, id, rule) : []),
      ...mutateTables(key, clause, (name) => columns.has(name)),
    ];
  });
}

function fieldMutants(key: string, clause: string, rule: Rule): Mutant[] {
  return Object.entries(rule).flatMap(([field, value]) =>
    mutateField(rule.kind, field, value).map(({ value: other, says }) => ({
      clause,
      says,
      apply: (document) => withField(document, key, field, field === "when" ? other : (other ?? undefined)),
    })),
  );
}

function columnsRead(rule: Rule | null): readonly string[] {
  if (rule === null) {
    return [];
  }
  const inFields = Object.values(rule).filter(isReference);
  return [...inFields, ...conditionsOf(rule).flatMap(referencesIn)].map(({ column }) => column);
}
