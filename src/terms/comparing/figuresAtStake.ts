import type { Decision, TermsDocument } from "../document.ts";
import type { RuleKind } from "../rules.ts";
import { concerns } from "./concerns.ts";
import type { Edit } from "./edits.ts";

/** Kinds that give an answer times, parts or counts beside its outcome and fee. */
const withFigures: ReadonlySet<RuleKind> = new Set<RuleKind>([
  "window",
  "period",
  "benefit",
  "return",
  "hold",
  "duty",
  "renewal",
  "refund",
  "extend",
  "route",
  "statute",
]);

/**
 * What edits may change of the answers to a decision: nothing, outcome and fee, or figures beside them. Where
 * it is no figures, cases can be compared as fast as they are settled.
 */
export function stakesOf(
  decision: Decision,
  edits: readonly Edit[],
  documents: readonly TermsDocument[],
): "none" | "answer" | "figures" {
  const own = edits.filter((edit) => concerns(decision, [edit], documents));
  const clauses = documents.flatMap((document) => document.clauses);
  const touchesFigures = own.some(
    ({ clause: id }) =>
      id === null ||
      clauses.some(({ id: other, rule }) => other === id && (rule === null || withFigures.has(rule.kind))),
  );
  if (touchesFigures) {
    return "figures";
  }
  return own.length === 0 ? "none" : "answer";
}
