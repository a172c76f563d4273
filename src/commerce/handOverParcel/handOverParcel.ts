import assert from "node:assert/strict";
import { bookHandOver, chargesOf, lookAtWorld, refuseUnmatched } from "../../money/index.ts";
import { accepted, act, failPoint, IdParams, type Tx } from "../../platform/index.ts";
import {
  lockParcel,
  PARCEL_TRACKED,
  ParcelSchema,
  parcelOf,
  parcelView,
  saveHandedOver,
  TRACK_EVERY,
} from "../parcels/index.ts";
import { decideHandOverParcel } from "./decideHandOverParcel.ts";

/** POST /v1/parcels/{id}/hand-over: a parcel leaves. What its goods were paid is income from then on. */
export const handOverParcel = act({
  route: "POST /v1/parcels/{id}/hand-over",
  permission: "parcel.hand_over",
  summary: "Hands a booked parcel to its carrier; its buyer is told, and its goods are income",
  params: IdParams,
  reply: ParcelSchema,
  async run(tx, { id }) {
    const parcel = await lockParcel(tx, id);
    const decision = decideHandOverParcel(parcel);
    if (decision.refused !== undefined) {
      return decision;
    }
    await lookAtWorld(tx.platform);
    const { orderId, no, tracking, carrier, lines, insteadOfNo } = parcel;
    if ((await saveHandedOver(tx, orderId, no, tx.at, tx.caller.id)) === 0) {
      return refuseUnmatched();
    }
    // What is sent in place of another parcel was income when that one left.
    if (insteadOfNo === null) {
      await bookHandOver(tx, orderId, {
        chargeNo: await paidChargeNo(tx, orderId),
        source: `parcel/${no}/handed_over`,
        lines: lines.map(({ lineNo, quantity }) => ({ lineNo, pieces: quantity })),
      });
    }
    failPoint(tx.platform, "parcel_handed_over");
    tx.schedule(orderId, PARCEL_TRACKED, String(no), tx.at.add(TRACK_EVERY));
    tx.record(orderId, [{ type: "ParcelHandedOver", parcelNo: no, carrier, tracking }]);
    const left = await parcelOf(tx, orderId, no);
    assert(left !== undefined, "a parcel that left is there");
    return accepted(parcelView(left));
  },
});

async function paidChargeNo(tx: Tx, orderId: string): Promise<number> {
  const paid = (await chargesOf(tx, orderId)).find(({ state }) => state === "captured");
  assert(paid !== undefined, "only what is paid has a parcel");
  return paid.no;
}
