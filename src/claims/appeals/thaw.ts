import type { Tx } from "../../platform/index.ts";
import { REPORT_LAPSES } from "../deadlines.ts";
import { moveClaim } from "../lockClaim.ts";
import { awaitPayment, PAYMENT_LAPSES } from "../paymentDeadline.ts";
import { DAYS_TO_ANSWER, QUESTION_LAPSES } from "../questions/index.ts";
import { extendQuote } from "../quotes/index.ts";
import { type ClaimRow, claimByNo } from "../store.ts";
import { endOfDays, waitingDaysOf } from "../waitingDays.ts";
import type { Appeal } from "./appeal.ts";
import { APPEAL_DUE } from "./appealDue.ts";
import { type TimeGiven, timeAfter } from "./timeAfter.ts";

type Thawed = Pick<ClaimRow, "deviceId" | "no" | "state" | "zone" | "contractNo" | "receipt" | "question">;

/**
 * Time goes on. To send, to choose and to pay an owner has all the days of the terms anew, or what was left;
 * to answer what is asked, and to take a quote, what was left. Where nothing is given back all stands as it
 * stood, so that what is over meanwhile is over.
 */
export async function thaw(tx: Tx, claim: Thawed, appeal: Appeal, given: TimeGiven): Promise<void> {
  const { deviceId, no, state, zone } = claim;
  const key = String(no);
  const { toSend, toChoose } = await waitingDaysOf(tx, claim);
  const stood = (kind: string): Temporal.Instant | undefined => {
    const dueAt = appeal.frozen?.[kind];
    return dueAt === undefined ? undefined : Temporal.Instant.from(dueAt);
  };
  const resumed = (dueAt: Temporal.Instant): Temporal.Instant =>
    given === "as_it_stood" ? dueAt : timeAfter(dueAt, { from: appeal.askedAt, to: tx.at, zone });
  const until = (kind: string, days: number): Temporal.Instant => {
    const dueAt = given === "anew" ? undefined : stood(kind);
    return dueAt === undefined ? endOfDays(tx.at, days, zone) : resumed(dueAt);
  };
  tx.meet(deviceId, APPEAL_DUE, key);
  if (claim.question) {
    const asked = stood(QUESTION_LAPSES);
    // What was asked while time stood still has all its days before it.
    const answerBy = asked === undefined ? endOfDays(tx.at, DAYS_TO_ANSWER, zone) : resumed(asked);
    tx.schedule(deviceId, QUESTION_LAPSES, key, answerBy);
  }
  if (state === "inspected") {
    awaitPayment(tx, claim, until(PAYMENT_LAPSES, toChoose));
    if (given !== "as_it_stood") {
      await resumeQuote(tx, claim, appeal, resumed);
    }
  }
  if (state === "reported") {
    tx.schedule(deviceId, REPORT_LAPSES, key, until(REPORT_LAPSES, toSend));
  }
}

/** The quote on the sheet, unless it was over before. What the appeal granted is on that sheet by now. */
async function resumeQuote(
  tx: Tx,
  { deviceId, no }: Thawed,
  { askedAt }: Appeal,
  resumed: (dueAt: Temporal.Instant) => Temporal.Instant,
): Promise<void> {
  const claim = await claimByNo(tx, deviceId, no);
  const quote = claim?.choices?.find((choice) => choice.quote !== undefined)?.quote;
  const stood = quote === undefined ? undefined : Temporal.Instant.from(quote.validUntil);
  if (claim === undefined || quote === undefined || stood === undefined) {
    return;
  }
  if (Temporal.Instant.compare(stood, askedAt) > 0) {
    const validUntil = resumed(stood);
    const choices = (claim.choices ?? []).map((choice) =>
      choice.quote === undefined
        ? choice
        : { ...choice, quote: { no: quote.no, validUntil: validUntil.toString() } },
    );
    await extendQuote(tx, deviceId, no, quote.no, validUntil);
    await moveClaim(tx, claim, ["inspected"], "inspected", { choices });
  }
}
