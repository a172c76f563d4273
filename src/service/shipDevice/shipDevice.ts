import assert from "node:assert/strict";
import {
  CLAIM_CLOSES,
  ClaimShape,
  endOfDays,
  lockClaim,
  moveClaim,
  refuseClaim,
  toClaim,
  waitingDaysOf,
} from "../../claims/index.ts";
import { REPLACEMENT, useSlot } from "../../contracts/index.ts";
import { accepted, act, IdParams, line, shape } from "../../platform/index.ts";
import { insertShipment } from "../store.ts";
import { decideShipDevice } from "./decideShipDevice.ts";

/** POST /v1/claims/{id}/shipment: the parcel leaves. A replacement counts as used from this moment. */
export const shipDevice = act({
  route: "POST /v1/claims/{id}/shipment",
  permission: "claim.ship",
  summary:
    "Hands the parcel to the carrier. The replacement counts as used; the claim closes some days later.",
  params: IdParams,
  body: shape({ carrier: line(60), tracking: line(60) }),
  reply: ClaimShape,
  run: async (tx, { id, carrier, tracking }, at) => {
    const claim = await lockClaim(tx, id);
    const decision = decideShipDevice(claim);
    if (decision.refused !== undefined) {
      return decision;
    }
    const { deviceId, no } = claim;
    const { serial } = claim.device;
    const { from, usesSlot } = decision.accepted;
    const { toClose } = await waitingDaysOf(tx, claim.judgedBy);
    const closesAt = endOfDays(at, toClose, claim.zone);
    const [moved, slot] = await Promise.all([
      moveClaim(tx, claim, [from], "shipped"),
      usesSlot ? useSlot(tx, deviceId, { benefit: REPLACEMENT, claimNo: no }) : undefined,
      insertShipment(tx, deviceId, no, serial, carrier, tracking, at, tx.caller.id),
    ]);
    tx.schedule(deviceId, CLAIM_CLOSES, String(no), closesAt);
    tx.record(deviceId, [{ type: "ClaimShipped", claimNo: no, serial, carrier, tracking }]);
    assert(!usesSlot || slot !== undefined, "a replacement leaves with its reserved slot");
    return moved === undefined ? refuseClaim("claim_not_at_this_step") : accepted(toClaim(moved, closesAt));
  },
});
