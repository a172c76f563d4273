import { Type } from "typebox";
import { chargeOf, coverAt, holdOf, startPayment, tellHold } from "../../money/index.ts";
import { accepted, act, type Decision, failPoint, IdParams, shape, type Tx } from "../../platform/index.ts";
import type { Claim } from "../claim.ts";
import { lockClaim, moveClaim } from "../lockClaim.ts";
import { paymentCame } from "../paymentDeadline.ts";
import { refuse } from "../refusals.ts";

/**
 * The fee of a claim was captured: the service centre has the ball. Follows `ChargeCaptured`; a repeat is
 * refused. Of an advance exchange it follows `HoldPlaced` too: then the fee is taken, by the same card.
 */
export const recordFee = act({
  route: "POST /v1/claims/{id}/fee",
  permission: "system.work",
  summary: "Moves a claim on when its fee was captured. Our own jobs only.",
  params: IdParams,
  reply: shape({ state: Type.String() }),
  run: async (tx, { id }) => {
    const claim = await lockClaim(tx, id);
    const secured = await secureAdvance(tx, claim);
    if (secured.refused !== undefined || secured.accepted === "fee_begun") {
      return secured.refused === undefined ? accepted({ state: claim.state }) : secured;
    }
    const moved = await takeFee(tx, claim);
    return moved === undefined ? refuse("claim_not_at_this_step") : accepted({ state: moved.state });
  },
});

/** Moves a claim on whose fee was captured. Undefined: it is not at this step. */
export async function takeFee(tx: Tx, claim: Claim): Promise<Claim | undefined> {
  const { deviceId, no, feeMinor, currency, route } = claim;
  const moved = await moveClaim(tx, claim, ["chosen"], "paid");
  if (moved !== undefined) {
    failPoint(tx.platform, "fee_recorded");
    paymentCame(tx, claim);
    tx.record(deviceId, [{ type: "FeePaid", claimNo: no, route, fee: { amount: feeMinor, currency } }]);
  }
  return moved;
}

/**
 * Of an advance exchange: only when a card stands for the device is the fee taken, and only then is the claim
 * paid. From then on the hold has no gap.
 */
async function secureAdvance(tx: Tx, claim: Claim): Promise<Decision<"secured" | "fee_begun">> {
  const { deviceId, chargeNo, holdNo, state } = claim;
  if (holdNo === null || chargeNo === null) {
    return accepted("secured");
  }
  const [hold, charge] = await Promise.all([holdOf(tx, deviceId, holdNo), chargeOf(tx, deviceId, chargeNo)]);
  if (hold?.state !== "placed" || charge === undefined) {
    return refuse("hold_not_placed");
  }
  if (state !== "chosen") {
    return refuse("claim_not_at_this_step");
  }
  if (charge.state === "captured") {
    await tellHold(tx, hold, { isNeeded: true });
    return accepted("secured");
  }
  const method = coverAt(hold, tx.at)?.method;
  if (charge.attempt !== null || method === undefined) {
    return refuse("claim_not_at_this_step");
  }
  const begun = await startPayment(tx, charge, method);
  return begun.refused === undefined ? accepted("fee_begun") : begun;
}
