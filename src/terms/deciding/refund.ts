import { type Piece, pieceOf, type Requirement } from "../compiling/cited.ts";
import { allOf } from "../compiling/conditions.ts";
import type { Context, Test } from "../compiling/context.ts";
import { compileDuties, compileNotes, type Duty, type Note } from "../compiling/notes.ts";
import { latePenalty } from "../compiling/penalties.ts";
import type { Reckoned } from "../compiling/reckoning.ts";
import { compileRefunds, type RefundClause } from "../compiling/refunds.ts";
import { allHold, compileRequirements } from "../compiling/requirements.ts";
import { compileWindows, someOpen, type Window } from "../compiling/windows.ts";
import { no, unknown, yes } from "../truth.ts";
import type { Case } from "./case.ts";
import type { Program, Settled } from "./program.ts";
import { explainRefund } from "./refundReasons.ts";

/** What ending a contract pays back, compiled. */
export interface Refunding {
  readonly clauses: readonly RefundClause[];
  /** What the terms ask for before they pay; what the law gives does not wait for it. */
  readonly requirements: readonly Requirement[];
  readonly windows: readonly Window[];
  readonly notes: readonly Note[];
  readonly duties: readonly Duty[];
}

/** A clause that counts for a case, with what it pays. */
export interface Payable extends Reckoned {
  readonly clause: RefundClause;
}

/**
 * Every clause that counts is reckoned; the best of the terms' and the best of the law's are set side by
 * side, and the better is paid. Without a clause that counts, or when the only one says that nothing is paid,
 * it is refused.
 */
export function compileRefundDecision(context: Context): Program {
  const refunding: Refunding = {
    clauses: compileRefunds(context),
    requirements: compileRequirements("refund", undefined, context).filter(
      ({ isReview }) => isReview !== true,
    ),
    windows: compileWindows("refund", context),
    notes: compileNotes("refund", context),
    duties: compileDuties("refund", context),
  };
  const { clauses, requirements, windows } = refunding;
  const ofTerms = allOf([allHold(requirements), ...(windows.length === 0 ? [] : [someOpen(windows)])]);
  const counts = clauses.map(({ by, isOpen }): Test => (by === "terms" ? allOf([isOpen, ofTerms]) : isOpen));
  return {
    decision: "refund",
    settle: (c) => settle(clauses, counts, c),
    pieces: [
      ...requirements.map((requirement) => pieceOf(requirement, requirement.holds)),
      ...windows.map((window) => pieceOf(window, window.isOpen)),
      ...clauses.map(clausePiece),
    ],
    explain: (c, outcome) => explainRefund(refunding, payables(clauses, counts, c), c, outcome),
    rank: (outcome) => ["refused", "incomplete", "amount"].indexOf(outcome),
  };
}

function settle(clauses: readonly RefundClause[], counts: readonly Test[], c: Case): Settled | undefined {
  let isComplete = true;
  let best: Reckoned | undefined;
  const counting: RefundClause[] = [];
  for (const [index, clause] of clauses.entries()) {
    const counted = counts[index]?.(c) ?? no;
    if (counted === unknown) {
      return undefined;
    }
    const reckoned = counted === yes ? clause.reckon(c) : null;
    if (reckoned === undefined) {
      return undefined;
    }
    isComplete &&= counted === no || reckoned !== null;
    if (counted === yes) {
      counting.push(clause);
    }
    const pays = reckoned !== null && clause.formula !== "none";
    best = pays && (best === undefined || reckoned.amount > best.amount) ? reckoned : best;
  }
  if (!isComplete) {
    return { outcome: "incomplete" };
  }
  if (best === undefined) {
    return { outcome: "refused" };
  }
  const late = latePenalty(best.amount, counting, c)?.amount ?? 0;
  return { outcome: "amount", refund: `${best.amount} ${late} ${best.currency}` };
}

/** The clauses that count and can be reckoned, the best first; of equals the terms' before the law's. */
function payables(clauses: readonly RefundClause[], counts: readonly Test[], c: Case): readonly Payable[] {
  const found = clauses.flatMap((clause, index) => {
    const reckoned = counts[index]?.(c) === yes ? clause.reckon(c) : undefined;
    return reckoned ? [{ ...reckoned, clause }] : [];
  });
  return found.sort((a, b) => b.amount - a.amount || side(a) - side(b) || a.clause.order - b.clause.order);
}

/** What pays nothing on purpose comes after what happens to come to nothing. */
function side({ clause }: Payable): number {
  if (clause.formula === "none") {
    return 2;
  }
  return clause.by === "terms" ? 0 : 1;
}

/** Whether a clause counts, and how much it pays: asked for together, since neither matters alone. */
function clausePiece(clause: RefundClause): Piece {
  const { facts, atoms } = pieceOf(clause, clause.isOpen);
  const amountFacts = clause.amountFacts.filter((name) => !clause.presume.has(name));
  return {
    facts: [...new Set([...facts, ...amountFacts])],
    test: (c) => {
      const open = clause.isOpen(c);
      return open === yes && clause.reckon(c) === undefined ? unknown : open;
    },
    atoms: [...atoms, { facts: amountFacts }],
    figure: (c) => {
      const reckoned = clause.isOpen(c) === no ? null : clause.reckon(c);
      return reckoned === undefined ? undefined : `${reckoned?.amount ?? "none"}`;
    },
  };
}
