import { releaseSlots } from "../../contracts/index.ts";
import { cancelCharge } from "../../money/index.ts";
import { accepted, act, type Decision, IdParams, type Tx } from "../../platform/index.ts";
import { type Claim, ClaimShape, toClaim } from "../claim.ts";
import { PAYMENT_LAPSES, REPORT_LAPSES } from "../deadlines.ts";
import { giveUpAdvance } from "../giveUpAdvance.ts";
import { lockClaim, moveClaim } from "../lockClaim.ts";
import { refuse } from "../refusals.ts";
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
    const decision = decideCancelClaim(claim.state, claim.holdNo !== null);
    if (decision.refused !== undefined) {
      return decision;
    }
    const given = await giveUpFee(tx, claim);
    if (given.refused !== undefined) {
      return given;
    }
    const to = decision.accepted;
    const change =
      to === "cancelled" ? ({ closedAt: at } as const) : ({ route: "return", feeMinor: 0 } as const);
    const { deviceId, no } = claim;
    const [moved] = await Promise.all([
      moveClaim(tx, claim, cancellable, to, change),
      releaseSlots(tx, deviceId, { claimNo: no }),
    ]);
    await giveUpAdvance(tx, claim, "claim_cancelled");
    tx.meet(deviceId, REPORT_LAPSES, String(no));
    tx.meet(deviceId, PAYMENT_LAPSES, String(no));
    tx.record(deviceId, [
      to === "cancelled"
        ? { type: "ClaimCancelled", claimNo: no }
        : { type: "RouteChosen", claimNo: no, route: "return", fee: { amount: 0, currency: claim.currency } },
    ]);
    return moved === undefined ? refuse("claim_not_at_this_step") : accepted(toClaim(moved));
  },
});

/** Money that may be on its way, or has just arrived, comes first. */
async function giveUpFee(tx: Tx, { deviceId, no, chargeNo }: Claim): Promise<Decision<unknown>> {
  if (chargeNo === null) {
    return accepted(undefined);
  }
  const charge = { rootId: deviceId, no: chargeNo, purpose: "claim_fee", subjectNo: no } as const;
  const given = await cancelCharge(tx, charge);
  return given.refused === undefined ? given : refuse("payment_running");
}
