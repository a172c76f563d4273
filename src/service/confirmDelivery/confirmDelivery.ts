import { Type } from "typebox";
import { ClaimShape, lockClaim, movePlanAt, refuseClaim, toClaim } from "../../claims/index.ts";
import { accepted, act, failPoint, IdParams, Instant, shape } from "../../platform/index.ts";
import { deliverShipment, shipmentsOf } from "../store.ts";
import { decideConfirmDelivery } from "./decideConfirmDelivery.ts";

/**
 * POST /v1/claims/{id}/delivery: its parcel has arrived, as the carrier says. Where the terms move the plan
 * at delivery, it moves with that instant. The case stays open until its owner, or its day, closes it; of one
 * that is closed nothing moves any more.
 */
export const confirmDelivery = act({
  route: "POST /v1/claims/{id}/delivery",
  permission: "claim.deliver",
  summary: "Writes down that the parcel of a claim has arrived; told again it is as it was.",
  params: IdParams,
  body: shape({
    /** When it did; now where it is left out. */
    at: Type.Optional(Instant),
  }),
  reply: ClaimShape,
  run: async (tx, { id, at: told }, at) => {
    const claim = await lockClaim(tx, id);
    const { deviceId, no } = claim;
    const shipment = (await shipmentsOf(tx, deviceId, no)).at(-1);
    const when = told === undefined ? undefined : Temporal.Instant.from(told);
    const decision = decideConfirmDelivery(when, { claim, shipment, at });
    if (decision.refused !== undefined) {
      return decision;
    }
    const { deliveredAt, isTold } = decision.accepted;
    if (isTold) {
      return accepted(toClaim(claim, claim.dueAt ?? undefined));
    }
    if ((await deliverShipment(tx, deviceId, no)) !== 1) {
      return refuseClaim("claim_not_at_this_step");
    }
    if (claim.state === "shipped") {
      await movePlanAt(tx, claim, "delivery", deliveredAt);
    }
    failPoint(tx.platform, "delivery_saved");
    tx.record(deviceId, [{ type: "ClaimDelivered", claimNo: no, deliveredAt: deliveredAt.toString() }]);
    return accepted(toClaim(claim, claim.dueAt ?? undefined));
  },
});
