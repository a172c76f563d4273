import type { Piece } from "../compiling/cited.ts";
import { compileAnswers } from "../compiling/conjuncts.ts";
import type { Context } from "../compiling/context.ts";
import type { ClauseVerdict } from "../terms.ts";
import type { Case } from "./case.ts";

/** What every clause of a decision comes to, in the order of the document, each once. */
export function compileClauseVerdicts(
  pieces: readonly Piece[],
  context: Context,
): (c: Case) => readonly ClauseVerdict[] {
  const byOrder = new Map(pieces.flatMap(({ clause }) => (clause ? [[clause.order, clause] as const] : [])));
  const clauses = [...byOrder.values()].sort((a, b) => a.order - b.order);
  // Each verdict there can be is made once: a case only picks from them.
  const verdicts = clauses.map(({ id, isOpposite }) => {
    const three = (["no", "unknown", "yes"] as const).map((truth) => Object.freeze({ clause: id, truth }));
    return isOpposite ? three.reverse() : three;
  });
  return compileAnswers(
    clauses.map(({ conjuncts }) => conjuncts),
    verdicts,
    context,
  );
}
