import { Type } from "typebox";
import {
  AddressBody,
  awaitOldDevice,
  CLAIM_CLOSES,
  ClaimShape,
  endOfDays,
  isSecured,
  letUnitGo,
  lockCase,
  moveClaim,
  openingClaim,
  ownClaim,
  refuseClaim,
  reporterOf,
  toClaim,
  waitingDaysOf,
} from "../../claims/index.ts";
import { followReplacement } from "../../contracts/index.ts";
import { lookAtWorld, refuseUnmatched } from "../../money/index.ts";
import { accepted, act, failPoint, IdParams, line, shape } from "../../platform/index.ts";
import { insertShipment } from "../store.ts";
import { decideShipDevice } from "./decideShipDevice.ts";
import { noteToldParcel } from "./noteToldParcel.ts";

/**
 * POST /v1/claims/{id}/shipment: the parcel leaves. A replacement counts as used from this moment, and has
 * the plan from it on where the terms name the shipment.
 */
export const shipDevice = act({
  route: "POST /v1/claims/{id}/shipment",
  permission: "claim.ship",
  summary:
    "Hands the parcel to the carrier. The replacement counts as used; the claim closes some days later.",
  params: IdParams,
  body: shape({
    carrier: line(60),
    tracking: line(60),
    /** Where it goes, for this claim: needed where its reporter gave none, else in place of that one. */
    address: Type.Optional(AddressBody),
  }),
  reply: ClaimShape,
  opening: openingClaim,
  run: async (tx, { id, carrier, tracking, address }, at, opened) => {
    const claim = await ownClaim(tx, opened);
    const isAddressed = claim.hasAddress || address !== undefined;
    const decision = decideShipDevice({ ...claim, isAddressed });
    if (decision.refused !== undefined) {
      return decision;
    }
    await lookAtWorld(tx.platform);
    if (!(await isSecured(tx, claim))) {
      return refuseClaim("hold_not_placed");
    }
    const { deviceId, no, holdNo, channel } = claim;
    const { nextSerial, nextMoves } = claim.device;
    const serial = nextSerial ?? claim.device.serial;
    const { from, spends } = decision.accepted;
    const { toClose } = await waitingDaysOf(tx, claim);
    const closesAt = endOfDays(at, toClose, claim.zone);
    const { reporterId, isWritten } = reporterOf(tx, claim.reporterId, address);
    const [moved, spent, shipped] = await Promise.all([
      moveClaim(tx, claim, [from], "shipped", { reporterId }),
      letUnitGo(tx, claim, { spends, reached: "shipment" }),
      insertShipment(tx, deviceId, no, serial, carrier, tracking, at, tx.caller.id),
      isWritten,
    ]);
    const parcel = { deviceId, claimNo: no, serial, carrier, tracking };
    if (shipped === undefined && !(await noteToldParcel(tx, parcel))) {
      return refuseUnmatched();
    }
    if (spent.length !== spends) {
      return refuseClaim("use_not_free");
    }
    failPoint(tx.platform, "shipment_saved");
    tx.schedule(deviceId, CLAIM_CLOSES, String(no), closesAt);
    tx.record(deviceId, [{ type: "ClaimShipped", claimNo: no, serial, carrier, tracking, channel }]);
    const isLater = nextMoves === "delivery" || nextMoves === "return";
    if (from === "replaced" && !isLater) {
      await followReplacement(tx, deviceId, no);
    }
    const backBy = holdNo === null ? undefined : await awaitOldDevice(tx, await lockCase(tx, id));
    return moved === undefined
      ? refuseClaim("claim_not_at_this_step")
      : accepted(toClaim(moved, backBy ?? closesAt));
  },
});
