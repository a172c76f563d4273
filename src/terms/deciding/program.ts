import type { Cited, Piece } from "../compiling/clauses.ts";
import type { Window } from "../compiling/windows.ts";
import type { Decision } from "../document.ts";
import type { Deadline, Door, Fee, Outcome, Reason, Receipt, Use } from "../receipt.ts";
import type { Case } from "./case.ts";

/** One decision of a document, compiled. */
export interface Program {
  readonly decision: Decision;
  /** The outcome as far as the facts go by themselves; undefined while an unknown fact stands in the way. */
  verdict(c: Case): Outcome | undefined;
  /** The whole answer, the fee with it, as a text to compare; undefined like the verdict. */
  answer(c: Case): string | undefined;
  /** The tests the answer is made of, and the facts each reads. */
  readonly pieces: readonly Piece[];
  explain(c: Case, outcome: Outcome): Explanation;
  /** How much the customer would rather have this outcome; higher is better. */
  rank(outcome: Outcome): number;
}

/** A clause that says no; a window also knows how late it is. */
export type Obstacle = Cited & Partial<Pick<Window, "from" | "duration">>;

/** What a receipt says beside the outcome and what is still needed. */
export interface Explanation extends Pick<Receipt, "returns"> {
  readonly because: Reason[];
  readonly against: Reason[];
  readonly fee: Fee | null;
  readonly uses: Use | null;
  readonly deadlines: Deadline[];
  readonly doors: Door[];
  /** Sets of clauses that stand in the way of a better outcome; it takes a change to all of one set. */
  readonly obstacles: readonly (readonly Obstacle[])[];
}
