import { releaseSlots } from "../../contracts/index.ts";
import type { DeadlineKind, Tx } from "../../platform/index.ts";
import type { Claim } from "../claim.ts";
import { moveClaim } from "../lockClaim.ts";
import { claimByNo } from "../store.ts";
import { closeQuestion } from "./questionStore.ts";

/** The owner did not answer what was asked about what came. The key is the claim's number. */
export const QUESTION_LAPSES = "question_lapses";

/** The device, as far as it came, goes back as it is: nothing is owed, nothing is used. */
export async function sendBack(tx: Tx, claim: Claim): Promise<Claim | undefined> {
  const { deviceId, no } = claim;
  const [moved] = await Promise.all([
    moveClaim(tx, claim, ["received", "inspected", "chosen"], "paid", { route: "return", feeMinor: 0 }),
    releaseSlots(tx, deviceId, { claimNo: no }),
  ]);
  return moved;
}

/**
 * The time to answer is over: what was taken in goes back as it is. Of another device nothing was taken in,
 * so the case goes on waiting for its own until that time is over, too.
 */
export const questionLapses: DeadlineKind = {
  kind: QUESTION_LAPSES,
  run: async (tx, { rootId, key }) => {
    const claim = await claimByNo(tx, rootId, Number(key));
    const closed = await closeQuestion(
      ...([tx, rootId, Number(key), "lapsed", tx.at, tx.caller.id, null, null] as const),
    );
    if (claim === undefined || closed === undefined) {
      return;
    }
    const { no } = claim;
    tx.record(rootId, [{ type: "QuestionLapsed", claimNo: no, question: closed.no }]);
    if (claim.state === "received") {
      await sendBack(tx, claim);
      tx.record(rootId, [{ type: "ClaimLapsed", claimNo: no }]);
    }
  },
};
