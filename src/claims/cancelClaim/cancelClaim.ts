import { releaseSlots } from "../../contracts/index.ts";
import { cancelCharge, createCharge } from "../../money/index.ts";
import { accepted, act, type Decision, IdParams, type Money, type Tx } from "../../platform/index.ts";
import { type Claim, ClaimShape, toClaim } from "../claim.ts";
import { REPORT_LAPSES } from "../deadlines.ts";
import { feeLine } from "../feeLine.ts";
import { giveUpAdvance } from "../giveUpAdvance.ts";
import { lockClaim, moveClaim } from "../lockClaim.ts";
import { paymentCame } from "../paymentDeadline.ts";
import { takeBackQuestion } from "../questions/index.ts";
import { refuse } from "../refusals.ts";
import type { ClaimRow } from "../store.ts";
import { cancellable, decideCancelClaim } from "./decideCancelClaim.ts";

/** POST /v1/claims/{id}/cancellation: the owner changes their mind. What was reserved is free again. */
export const cancelClaim = act({
  route: "POST /v1/claims/{id}/cancellation",
  permission: "claim.cancel",
  summary: "Cancels a claim that is not paid. A device that has arrived is sent back as it is.",
  params: IdParams,
  reply: ClaimShape,
  run: async (tx, { id }, at) => {
    const claim = await lockClaim(tx, id);
    const back = claim.choices?.find(({ route }) => route === "return")?.fee.amount ?? 0;
    const isNotHere = claim.holdNo !== null || claim.returnedParts === null;
    const decision = decideCancelClaim(claim, isNotHere, back);
    if (decision.refused !== undefined) {
      return decision;
    }
    if (decision.accepted === "chosen" && claim.route === "return") {
      return refuse("claim_not_at_this_step");
    }
    const given = await giveUpFee(tx, claim);
    if (given.refused !== undefined) {
      return given;
    }
    const to = decision.accepted;
    const fee = { amount: to === "chosen" ? back : 0, currency: claim.currency };
    const change =
      to === "cancelled"
        ? ({ closedAt: at } as const)
        : ({ route: "return", feeMinor: fee.amount, ...(await chargeBack(tx, claim, fee)) } as const);
    const { deviceId, no } = claim;
    const [moved] = await Promise.all([
      moveClaim(tx, claim, cancellable, to, change),
      releaseSlots(tx, deviceId, { claimNo: no }),
    ]);
    await giveUpAdvance(tx, claim, "claim_cancelled");
    if (claim.question) {
      await takeBackQuestion(tx, claim, "the case was cancelled");
    }
    tx.meet(deviceId, REPORT_LAPSES, String(no));
    if (to !== "chosen") {
      paymentCame(tx, claim);
    }
    tx.record(deviceId, [
      to === "cancelled"
        ? { type: "ClaimCancelled", claimNo: no }
        : { type: "RouteChosen", claimNo: no, route: "return", fee },
    ]);
    return moved === undefined
      ? refuse("claim_not_at_this_step")
      : accepted(
          toClaim({ ...moved, question: null }, to === "chosen" ? (claim.dueAt ?? undefined) : undefined),
        );
  },
});

/** What the way back costs is paid before it leaves, in the time that was there to pay. */
async function chargeBack(tx: Tx, claim: ClaimRow, fee: Money): Promise<{ readonly chargeNo?: number }> {
  if (fee.amount === 0) {
    return {};
  }
  const { no } = await createCharge(tx, claim.deviceId, {
    ...{ purpose: "claim_fee", subjectNo: claim.no, amount: fee },
    ...(claim.dueAt === null ? {} : { dueAt: claim.dueAt }),
    lines: [await feeLine(tx, claim, fee, { route: "return" })],
  });
  return { chargeNo: no };
}

/** Money that may be on its way, or has just arrived, comes first. */
async function giveUpFee(tx: Tx, { deviceId, no, chargeNo }: Claim): Promise<Decision<unknown>> {
  if (chargeNo === null) {
    return accepted(undefined);
  }
  const charge = { rootId: deviceId, no: chargeNo, purpose: "claim_fee", subjectNo: no } as const;
  const given = await cancelCharge(tx, charge);
  return given.refused === undefined ? given : refuse("payment_running");
}
