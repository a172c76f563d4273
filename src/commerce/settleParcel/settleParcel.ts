import assert from "node:assert/strict";
import { Type } from "typebox";
import { chargesOf, refundGoods } from "../../money/index.ts";
import { accepted, act, IdParams, publicId, shape, type Tx } from "../../platform/index.ts";
import { cancelLinePieces, deliveryBack } from "../delays/index.ts";
import { goodsLines } from "../order.ts";
import { paidBackWithin } from "../paidBackWithin.ts";
import {
  completeOrder,
  lockParcel,
  type Parcel,
  ParcelSchema,
  parcelId,
  parcelView,
  settleLost,
  settlements,
  wantParcel,
} from "../parcels/index.ts";
import { lockOrder } from "../store.ts";
import { decideSettleParcel } from "./decideSettleParcel.ts";

/**
 * POST /v1/parcels/{id}/settlement: what was lost or came back is sent again, or paid back; a parcel that was
 * cancelled and that its carrier took all the same is seen to.
 */
export const settleParcel = act({
  route: "POST /v1/parcels/{id}/settlement",
  permission: "parcel.settle",
  summary:
    "Sends again or pays back what a lost parcel had in it, or one that came back; or ends a cancelled one",
  params: IdParams,
  body: shape({ how: Type.Enum([...settlements]) }),
  reply: ParcelSchema,
  async run(tx, { id, how }) {
    const parcel = await lockParcel(tx, id);
    const decision = decideSettleParcel(parcel, how);
    if (decision.refused !== undefined) {
      return decision;
    }
    const { orderId, no } = parcel;
    const settled = await settleLost(tx, orderId, no, how);
    assert.equal(settled, 1, "under the lock of its order a parcel is settled once");
    tx.record(orderId, [{ type: "ParcelSettled", parcelNo: no, how }]);
    if (how !== "seen_to") {
      await (how === "sent_again" ? sendAgain(tx, parcel) : payBack(tx, parcel));
    }
    return accepted(parcelView({ ...parcel, settled: how }));
  },
});

async function sendAgain(tx: Tx, { orderId, no, lines }: Parcel): Promise<void> {
  const order = await lockOrder(tx, orderId);
  assert(order !== undefined, "a parcel has an order");
  const parts = lines.map(({ lineNo, quantity }) => ({
    ...{ lineNo, quantity },
    weightGrams: goodsLines(order).find((line) => line.no === lineNo)?.weightGrams ?? 0,
  }));
  await wantParcel(tx, order, { lines: parts, insteadOfNo: no });
}

async function payBack(tx: Tx, parcel: Parcel): Promise<void> {
  const { orderId, lines } = parcel;
  const paid = (await chargesOf(tx, orderId)).find(({ state }) => state === "captured");
  assert(paid !== undefined, "only what is paid has a parcel");
  const order = await lockOrder(tx, orderId);
  assert(order !== undefined, "a parcel has an order");
  const pieces = lines.map(({ lineNo, quantity }) => ({ lineNo, pieces: quantity }));
  const delivery = await deliveryBack(tx, order, paid.no, pieces);
  await cancelLinePieces(tx, orderId, JSON.stringify(pieces));
  await refundGoods(tx, orderId, {
    ...{ chargeNo: paid.no, kind: "return", subject: publicId("ord", orderId) },
    ...{ reason: `parcel ${parcelId(parcel)} ${parcel.state}`, dueAt: tx.at.add(paidBackWithin) },
    goods: [...pieces.map((piece) => ({ ...piece, from: "income" as const })), ...delivery],
  });
  await completeOrder(tx, orderId);
}
