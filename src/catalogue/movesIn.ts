import type { PlanMoves, TermsDocument } from "../terms/index.ts";

/**
 * When a plan moves to a new unit that no clause gives: as all the clauses say that give one. Undefined where
 * they differ, or there are none.
 */
export function movesIn({ clauses }: TermsDocument): PlanMoves | undefined {
  const told = clauses.flatMap(({ rule }): readonly PlanMoves[] =>
    (rule?.kind === "route" || rule?.kind === "statute") && rule.rebinds === true
      ? [rule["rebinds-at"] ?? "scan"]
      : [],
  );
  return told.every((each) => each === told[0]) ? told[0] : undefined;
}
