import type { Decision, TermsDocument } from "../document.ts";
import type { Rule, RuleKind } from "../rules.ts";
import type { Edit } from "./edits.ts";

/** The decisions of kinds that have a part in few. */
const decisionsOf: Readonly<Partial<Record<RuleKind, readonly Decision[]>>> = {
  exclude: ["coverage"],
  except: ["coverage"],
  renewal: ["renewal"],
  transfer: ["transfer"],
  refund: ["refund"],
};

/** Whether edits can change the answer to a decision at all. */
export function concerns(
  decision: Decision,
  edits: readonly Edit[],
  documents: readonly TermsDocument[],
): boolean {
  const clauses = documents.flatMap((document) => document.clauses);
  return edits.some(
    ({ clause: id }) =>
      id === null ||
      clauses.some(
        ({ id: other, rule, tables }) => other === id && (tables.length > 0 || takesPart(rule, decision)),
      ),
  );
}

/** A statute is laid over the terms with its decisions; whatever is not known here takes part in all. */
function takesPart(rule: Rule | null, decision: Decision): boolean {
  if (rule === null) {
    return true;
  }
  const own = "decision" in rule ? rule.decision : undefined;
  return (own ?? decisionsOf[rule.kind])?.includes(decision) ?? true;
}
