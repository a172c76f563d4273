import type { Explanation, Settled } from "../deciding/program.ts";
import type { Outcome, Receipt } from "../receipt.ts";
import { parseInstant } from "../time/civil.ts";

/** What an answer comes to, without its reasons: two of them can be told apart and ranked. */
export interface Answer {
  readonly outcome: Outcome;
  /** Minor units; a fee is only due where the case is not held or open. */
  readonly fee: { readonly amount: number; readonly currency: string | null } | null;
  readonly refund: { readonly amount: number; readonly currency: string } | null;
  readonly uses: {
    readonly benefit: string;
    readonly nth: number | null;
    readonly left: number | null;
  } | null;
  readonly returns: { readonly parts: readonly string[]; readonly by: string | null } | null;
  readonly hold: { readonly amount: number; readonly currency: string } | null;
  /** When the last of its times ends. Where the answer is no, it is no help to anybody. */
  readonly deadline: string | null;
}

type Figures = Pick<Explanation, "fee" | "uses" | "returns" | "deadlines" | "refund" | "hold">;

export function answerOf(outcome: Outcome, figures: Figures): Answer {
  const { fee, refund, uses, returns, hold, deadlines } = figures;
  return {
    outcome,
    fee: fee === null || outcome === "hold" ? null : { amount: fee.amount, currency: fee.currency },
    refund: refund === undefined ? null : { amount: refund.amount, currency: refund.currency },
    uses: uses === null ? null : { benefit: uses.benefit, nth: uses.nth, left: uses.left },
    returns,
    hold: hold === undefined ? null : { amount: hold.amount, currency: hold.currency },
    deadline: outcome === "refused" ? null : latestOf(deadlines.map(({ to }) => to)),
  };
}

export const answerIn = (receipt: Receipt): Answer => answerOf(receipt.outcome, receipt);

/** The same answer as a text: two answers are the same when their texts are. */
export const textOfAnswer = (answer: Answer): string => JSON.stringify(answer);

/** Whether two settled answers cannot differ but in times and parts. */
export const isAlike = (a: Settled | undefined, b: Settled | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.outcome === b.outcome &&
  a.way?.id === b.way?.id &&
  a.fee?.amount === b.fee?.amount &&
  a.fee?.currency === b.fee?.currency &&
  a.fee?.nth === b.fee?.nth;

export type Verdict = "same" | "better" | "worse" | "undecided";

/**
 * Which of two answers the customer would rather have. What counts first is the outcome, then what is paid
 * back, what is paid, what is left, what goes back, what is held, and how long there is. Nothing can be said
 * while one of them waits for facts or for a person.
 */
export function compareAnswers(before: Answer, after: Answer, rank: (outcome: Outcome) => number): Verdict {
  if (textOfAnswer(before) === textOfAnswer(after)) {
    return "same";
  }
  if ([before, after].some(({ outcome }) => outcome === "undecided" || outcome === "incomplete")) {
    return "undecided";
  }
  const gain = gains(before, after, rank).find((each) => each !== 0);
  if (gain === undefined || Number.isNaN(gain)) {
    return "undecided";
  }
  return gain > 0 ? "better" : "worse";
}

/** Above 0 where the newer answer is the better one; not a number where two currencies face each other. */
function* gains(before: Answer, after: Answer, rank: (outcome: Outcome) => number): Generator<number> {
  yield rank(after.outcome) - rank(before.outcome);
  yield amountGain(before.refund, after.refund);
  yield -amountGain(before.fee, after.fee);
  yield usesLeft(after) - usesLeft(before);
  yield (before.returns?.parts.length ?? 0) - (after.returns?.parts.length ?? 0);
  yield timeOf(after.returns?.by) - timeOf(before.returns?.by);
  yield -amountGain(before.hold, after.hold);
  yield timeOf(after.deadline) - timeOf(before.deadline);
}

/** A benefit without a limit has more left than any number. */
const usesLeft = ({ uses }: Answer): number => (uses === null ? 0 : (uses.left ?? Number.MAX_SAFE_INTEGER));

type Amount = { readonly amount: number; readonly currency: string | null } | null;

function amountGain(before: Amount, after: Amount): number {
  const isMixed =
    before !== null &&
    after !== null &&
    before.currency !== after.currency &&
    before.amount + after.amount > 0;
  return isMixed ? Number.NaN : (after?.amount ?? 0) - (before?.amount ?? 0);
}

/** No time at all is longer than any. */
const timeOf = (instant: string | null | undefined): number =>
  instant === null || instant === undefined ? 9e15 : (parseInstant(instant) ?? 9e15);

const latestOf = (instants: readonly string[]): string | null =>
  instants.length === 0 ? null : instants.reduce((a, b) => (timeOf(b) > timeOf(a) ? b : a));
