import { type Piece, pieceOf, type Requirement } from "../compiling/cited.ts";
import { allOf } from "../compiling/conditions.ts";
import type { Context, Test } from "../compiling/context.ts";
import { compileDuties, compileNotes, type Duty, type Note } from "../compiling/notes.ts";
import { latePenalty } from "../compiling/penalties.ts";
import type { Reckoned } from "../compiling/reckoning.ts";
import { compileRefunds, type RefundClause } from "../compiling/refunds.ts";
import { allHold, compileRequirements } from "../compiling/requirements.ts";
import { compileWindows, someOpen, type Window } from "../compiling/windows.ts";
import type { Outcome } from "../receipt.ts";
import { no, unknown, yes } from "../truth.ts";
import type { Case } from "./case.ts";
import type { Program, Settled } from "./program.ts";
import { explainRefund } from "./refundReasons.ts";

/** What ending a contract pays back, compiled. */
export interface Refunding {
  readonly clauses: readonly RefundClause[];
  /** What the terms ask for before they pay; what the law gives does not wait for it. */
  readonly requirements: readonly Requirement[];
  /** What lets a person look before the terms pay; the law does not wait for that either. */
  readonly reviews: readonly Requirement[];
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
  const required = compileRequirements("refund", undefined, context);
  const refunding: Refunding = {
    clauses: compileRefunds(context),
    requirements: required.filter(({ isReview }) => isReview !== true),
    reviews: required.filter(({ isReview }) => isReview === true),
    windows: compileWindows("refund", context),
    notes: compileNotes("refund", context),
    duties: compileDuties("refund", context),
  };
  const { clauses, requirements, reviews, windows } = refunding;
  const ofTerms = allOf([
    allHold(requirements, context),
    ...(windows.length === 0 ? [] : [someOpen(windows)]),
  ]);
  const counting = clauses.map(
    (clause): Counting => ({
      clause,
      counts: clause.by === "terms" ? allOf([clause.isOpen, ofTerms]) : clause.isOpen,
    }),
  );
  const ofLaw = counting.filter(({ clause }) => clause.by !== "terms");
  const passes = allHold(reviews, context);
  /** The clauses that pay without anybody looking first: those of the law, where a review holds the rest. */
  const paying = (c: Case): readonly Counting[] =>
    reviews.length > 0 && passes(c) === no ? ofLaw : counting;
  return {
    decision: "refund",
    settle: (c) => settleReviewed(counting, ofLaw, passes, c),
    pieces: [
      ...[...requirements, ...reviews].map((requirement) => pieceOf(requirement, requirement.holds)),
      ...windows.map((window) => pieceOf(window, window.isOpen)),
      ...clauses.map(clausePiece),
    ],
    explain: (c, outcome) => explainRefund(refunding, payables(paying(c), c), c, outcome),
    rank: (outcome) => ranks.indexOf(outcome),
  };
}

const ranks: readonly Outcome[] = ["refused", "hold", "incomplete", "amount"];

/** A clause, and whether it counts for a case. */
interface Counting {
  readonly clause: RefundClause;
  readonly counts: Test;
}

/** A person looks before the terms pay, where a review says so. What the law gives is paid meanwhile. */
function settleReviewed(
  every: readonly Counting[],
  ofLaw: readonly Counting[],
  passes: Test,
  c: Case,
): Settled | undefined {
  const settled = settle(every, c);
  if (settled === undefined || settled.outcome === "refused") {
    return settled;
  }
  const passed = passes(c);
  if (passed !== no) {
    return passed === yes ? settled : undefined;
  }
  const byLaw = settle(ofLaw, c);
  return byLaw === undefined || byLaw.outcome === "amount" ? byLaw : { outcome: "hold" };
}

function settle(clauses: readonly Counting[], c: Case): Settled | undefined {
  let isComplete = true;
  let best: Reckoned | undefined;
  const counting: RefundClause[] = [];
  for (const { clause, counts } of clauses) {
    const counted = counts(c);
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
function payables(clauses: readonly Counting[], c: Case): readonly Payable[] {
  const found = clauses.flatMap(({ clause, counts }) => {
    const reckoned = counts(c) === yes ? clause.reckon(c) : undefined;
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
