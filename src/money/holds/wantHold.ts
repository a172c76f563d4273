import { accepted, type Decision, type Money, type Tx } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";
import { authorise, providerFor } from "./authorise.ts";
import { followHold } from "./followHold.ts";
import { type Hold, isFinal, type ReturnAnswer } from "./hold.ts";
import { changeHold, type HoldChange, holdOf, insertHold } from "./holdStore.ts";

/** What is to be held, and for which claim. */
export interface NewHold {
  /** The claim's number within the root. */
  readonly subjectNo: number;
  readonly programme: string;
  readonly region: string;
  readonly amount: Money;
  readonly method: string;
}

/**
 * Wants a hold and asks the card for it, on a root the caller has locked. `HoldPlaced` tells when it is
 * placed, `HoldDeclined` that the card said no. Errors: Problem 400 for a method no provider takes.
 */
export async function wantHold(tx: Tx, rootId: string, wanted: NewHold): Promise<Decision<Hold>> {
  const { subjectNo, programme, region, amount, method } = wanted;
  const provider = providerFor(tx, method);
  const made = await insertHold(
    tx,
    rootId,
    subjectNo,
    programme,
    region,
    amount.amount,
    amount.currency,
    tx.at,
  );
  const hold = made && (await holdOf(tx, rootId, made.no));
  if (hold === undefined) {
    return refuse("hold_underway");
  }
  await authorise(tx, hold, method, provider);
  return accepted(hold);
}

/** Asks another card, or the same once more, for a hold that is wanted or placed. */
export async function tryCard(tx: Tx, hold: Hold, method: string): Promise<Decision<Hold>> {
  const provider = providerFor(tx, method);
  if (isFinal(hold.state) || hold.ending !== null) {
    return refuse("hold_over");
  }
  if (hold.authorisations.some(({ state }) => state === "asked")) {
    return refuse("hold_underway");
  }
  await authorise(tx, hold, method, provider);
  return accepted(hold);
}

/** What the claim's side knows of a hold, as it becomes known. What is left out stays. */
export interface HoldNews {
  /** The fee is paid: from now on there is no gap. */
  readonly isNeeded?: true;
  readonly dueAt?: Temporal.Instant;
  readonly remindAt?: Temporal.Instant | undefined;
  readonly answer?: ReturnAnswer;
  readonly lateAnswer?: ReturnAnswer;
  /** How much may be captured; null: all of it. */
  readonly captureMinor?: number | null;
  readonly needsPerson?: boolean;
}

/**
 * Tells a hold what is new, on a root the caller has locked, and does what follows. One that has ended stays
 * as it is.
 */
export async function tellHold(tx: Tx, hold: Hold, news: HoldNews): Promise<void> {
  const { isNeeded, dueAt, remindAt, answer, lateAnswer, captureMinor, needsPerson } = news;
  const change: HoldChange = {
    ...(isNeeded === undefined || hold.neededAt !== null ? {} : { needed_at: tx.at }),
    ...(dueAt === undefined ? {} : { due_at: dueAt }),
    ...(remindAt === undefined ? {} : { remind_at: remindAt }),
    ...(answer === undefined ? {} : { answer }),
    ...(lateAnswer === undefined ? {} : { late_answer: lateAnswer }),
    ...(captureMinor === undefined ? {} : { capture_minor: captureMinor }),
    ...(needsPerson === undefined ? {} : { needs_person: needsPerson }),
  };
  if ((await changeHold(tx, hold, change)) === 1) {
    await followHold(tx, hold.rootId, hold.no);
  }
}

/**
 * Decides that a hold is released, whatever it waits for, and why. One that is ending already goes its way.
 */
export async function giveUpHold(tx: Tx, hold: Hold, reason: string): Promise<void> {
  if (!isFinal(hold.state) && hold.ending === null) {
    await changeHold(tx, hold, { ending: "release", ending_at: tx.at, reason });
    await followHold(tx, hold.rootId, hold.no);
  }
}
