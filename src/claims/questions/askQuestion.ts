import type { Tx } from "../../platform/index.ts";
import type { ClaimRow } from "../store.ts";
import { endOfDays } from "../waitingDays.ts";
import { QUESTION_LAPSES } from "./lapse.ts";
import type { MismatchKind } from "./question.ts";
import { closeQuestion, insertQuestion } from "./questionStore.ts";

/** Civil days an owner has to answer; the terms say nothing of it. */
export const DAYS_TO_ANSWER = 14;

/**
 * Asks the owner of a claim whose device is locked. While an appeal is asked the days to answer do not run.
 * Undefined: something is asked already.
 */
export async function askQuestion(
  tx: Tx,
  { deviceId, no, zone, appeal }: Pick<ClaimRow, "deviceId" | "no" | "zone" | "appeal">,
  { about, says }: { readonly about: MismatchKind; readonly says: string },
): Promise<{ readonly no: number; readonly dueAt: Temporal.Instant } | undefined> {
  const dueAt = endOfDays(tx.at, DAYS_TO_ANSWER, zone);
  const asked = await insertQuestion(tx, deviceId, no, about, says, tx.at, dueAt, tx.caller.id);
  if (asked === undefined) {
    return undefined;
  }
  if (appeal !== "asked") {
    tx.schedule(deviceId, QUESTION_LAPSES, String(no), dueAt);
  }
  tx.record(deviceId, [
    { type: "QuestionAsked", claimNo: no, question: asked.no, about, dueAt: dueAt.toString() },
  ]);
  return { no: asked.no, dueAt };
}

/** Takes a question back: what was asked for came, or the bench needs no answer any more. */
export async function takeBackQuestion(
  tx: Tx,
  { deviceId, no }: Pick<ClaimRow, "deviceId" | "no">,
  reason: string,
): Promise<boolean> {
  const closed = await closeQuestion(tx, deviceId, no, "withdrawn", tx.at, tx.caller.id, null, null);
  if (closed === undefined) {
    return false;
  }
  tx.meet(deviceId, QUESTION_LAPSES, String(no));
  tx.record(deviceId, [{ type: "QuestionWithdrawn", claimNo: no, question: closed.no, reason }]);
  return true;
}
