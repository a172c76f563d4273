import { Type } from "typebox";
import { ClaimShape, letUnitGo, lockClaim, moveClaim, refuseClaim, toClaim } from "../../claims/index.ts";
import { followReplacement } from "../../contracts/index.ts";
import { lookAtWorld, refuseUnmatched } from "../../money/index.ts";
import { accepted, act, failPoint, IdParams, shape, type Tx } from "../../platform/index.ts";
import { appointmentsOfClaim, endAppointment } from "../appointments/index.ts";
import { insertHandOver } from "../store.ts";
import { decideHandOverDevice } from "./decideHandOverDevice.ts";

/** POST /v1/claims/{id}/hand-over: its owner has it. In place of a parcel; the claim is closed at once. */
export const handOverDevice = act({
  route: "POST /v1/claims/{id}/hand-over",
  permission: "claim.ship",
  summary:
    "Gives the device to its owner over the counter. The replacement counts as used; the claim is closed.",
  params: IdParams,
  body: shape({
    /** By what its owner was known. What it says is not kept. */
    sign: Type.Enum(["slip", "link", "identity_card"]),
  }),
  reply: ClaimShape,
  run: async (tx, { id, sign }, at) => {
    const claim = await lockClaim(tx, id);
    const decision = decideHandOverDevice(claim);
    if (decision.refused !== undefined) {
      return decision;
    }
    await lookAtWorld(tx.platform);
    const { deviceId, no } = claim;
    const serial = claim.device.nextSerial ?? claim.device.serial;
    const { from, spends } = decision.accepted;
    const [shipped, spent, given] = await Promise.all([
      moveClaim(tx, claim, [from], "shipped"),
      letUnitGo(tx, claim, { spends, reached: "closure" }),
      insertHandOver(tx, deviceId, no, serial, sign, at, tx.caller.id),
    ]);
    if (given === undefined) {
      return refuseUnmatched();
    }
    if (spent.length !== spends) {
      return refuseClaim("use_not_free");
    }
    failPoint(tx.platform, "hand_over_saved");
    const closed = await moveClaim(tx, claim, ["shipped"], "closed", { closedAt: at });
    if (shipped === undefined || closed === undefined) {
      return refuseClaim("claim_not_at_this_step");
    }
    tx.record(deviceId, [
      { type: "ClaimShipped", claimNo: no, serial, carrier: "counter", tracking: sign },
      { type: "ClaimClosed", claimNo: no },
    ]);
    if (from === "replaced") {
      await followReplacement(tx, deviceId, no);
    }
    await endVisitOf(tx, deviceId, no);
    return accepted(toClaim(closed));
  },
});

/** Who is at the counter has what they came for. A visit that is still to come is not needed any more. */
async function endVisitOf(tx: Tx, deviceId: string, claimNo: number): Promise<void> {
  const all = await appointmentsOfClaim(tx, deviceId, claimNo);
  const here = all.find(({ state }) => state === "arrived");
  if (here !== undefined) {
    await endAppointment(tx, here, ["arrived"], "served");
  }
}
