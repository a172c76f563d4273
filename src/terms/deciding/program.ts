import type { Obstacle, Piece } from "../compiling/cited.ts";
import type { FeeDue } from "../compiling/fees.ts";
import type { Way } from "../compiling/ways.ts";
import type { Decision } from "../document.ts";
import type { Outcome, Receipt } from "../receipt.ts";
import type { Case } from "./case.ts";

/** One decision of a document, compiled. */
export interface Program {
  readonly decision: Decision;
  /** The answer as far as the facts go by themselves; undefined while an unknown fact stands in the way. */
  settle(c: Case): Settled | undefined;
  /** The tests the answer is made of, and the facts each reads. */
  readonly pieces: readonly Piece[];
  /**
   * The reasons. `settled` is undefined when the answer is open, or settled only by looking at every
   * possibility.
   */
  explain(c: Case, outcome: Outcome, settled: Settled | undefined): Explanation;
  /** How much the customer would rather have this outcome; higher is better. */
  rank(outcome: Outcome): number;
}

export interface Settled {
  readonly outcome: Outcome;
  /** For coverage: the way that is taken, held or incomplete, and what it costs by a table. */
  readonly way?: Way | undefined;
  readonly fee?: FeeDue | null | undefined;
  /** For a refund: what is paid, as a text to tell two of them apart. */
  readonly refund?: string | undefined;
}

/** An answer with its figures as a text, to tell two of them apart. What is held has no final fee yet. */
export function answerIn({ outcome, fee, refund }: Settled): string {
  if (refund !== undefined) {
    return `${outcome} ${refund}`;
  }
  return fee && outcome !== "hold" ? `${outcome} ${fee.amount} ${fee.currency} ${fee.nth}` : outcome;
}

/** What a receipt says beside the outcome and what is still needed. */
export interface Explanation
  extends Pick<
    Receipt,
    "because" | "against" | "fee" | "uses" | "returns" | "deadlines" | "doors" | "refund" | "hold"
  > {
  /** Sets of clauses that stand in the way of a better outcome; it takes a change to all of one set. */
  readonly obstacles: readonly (readonly Obstacle[])[];
}
