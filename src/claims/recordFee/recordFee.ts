import { Type } from "typebox";
import { accepted, act, IdParams, shape } from "../../platform/index.ts";
import { PAYMENT_LAPSES } from "../deadlines.ts";
import { lockClaim, moveClaim } from "../lockClaim.ts";
import { refuse } from "../refusals.ts";

/**
 * The fee of a claim was captured: the service centre has the ball. Follows `ChargeCaptured`; a repeat is
 * refused.
 */
export const recordFee = act({
  route: "POST /v1/claims/{id}/fee",
  permission: "system.work",
  summary: "Moves a claim on when its fee was captured. Our own jobs only.",
  params: IdParams,
  reply: shape({ state: Type.String() }),
  run: async (tx, { id }) => {
    const claim = await lockClaim(tx, id);
    const { deviceId, no, feeMinor, currency, route } = claim;
    const moved = await moveClaim(tx, claim, ["chosen"], "paid");
    if (moved === undefined) {
      return refuse("claim_not_at_this_step");
    }
    const fee = { amount: feeMinor, currency };
    tx.meet(deviceId, PAYMENT_LAPSES, String(no));
    tx.record(deviceId, [{ type: "FeePaid", claimNo: no, route, fee }]);
    return accepted({ state: moved.state });
  },
});
