import type { Tx } from "../../platform/index.ts";
import { type Verification, withOwner } from "./verification.ts";
import { submitRow } from "./verificationStore.ts";
import { answerBy, waitForUs } from "./waits.ts";

/** It is ours to look at now, at a place or on video. Undefined: it is not its owner's any more. */
export async function handIn(
  tx: Tx,
  { deviceId, no, zone }: Verification,
  place: string | null = null,
): Promise<Verification | undefined> {
  const dueAt = answerBy(tx.at, zone);
  const submitted = await submitRow(tx, deviceId, no, withOwner, tx.at, dueAt, place);
  if (submitted !== undefined) {
    waitForUs(tx, submitted, dueAt);
    const told = { verificationNo: no, submission: submitted.submission, dueAt: dueAt.toString() };
    tx.record(deviceId, [{ type: "VerificationSubmitted", ...told }]);
  }
  return submitted;
}
