import { chargesOf, disputeOf, type GoodsWanted, goodsOf } from "../../money/index.ts";
import { type Job, systemCaller, type Tx, transact } from "../../platform/index.ts";
import { giveUpGoods } from "../delays/index.ts";
import { parcelOf, parcelsHere } from "../parcels/index.ts";
import { lockOrder } from "../store.ts";

/** A dispute that was lost, of the payment of an order. */
export interface LostPayment {
  readonly orderId: string;
  readonly disputeNo: number;
}

/**
 * What was not paid for after all does not leave: a lost dispute cancels what is still here. What it left of
 * the charge is paid back. Run again it finds nothing.
 */
export const dropDisputed: Job<LostPayment> = {
  name: "drop_disputed_goods",
  run: async (platform, { orderId, disputeNo }) => {
    await transact(platform, systemCaller, async (tx) => {
      const order = await lockOrder(tx, orderId);
      const dispute = await disputeOf(tx, orderId, disputeNo);
      const charges = order === undefined ? [] : await chargesOf(tx, orderId);
      const paid = charges.find(({ no, state }) => no === dispute?.chargeNo && state === "captured");
      if (order === undefined || dispute?.state !== "lost" || paid === undefined) {
        return;
      }
      const goods = [...(await stillOwed(tx, orderId, paid.no)), ...(await goingAgain(tx, orderId))];
      if (goods.length > 0) {
        const reason = "its payment was taken back";
        await giveUpGoods(tx, order, { chargeNo: paid.no, goods, reason, by: "dispute" });
      }
    });
  },
};

/** Pieces, and the delivery, that nobody was handed. */
async function stillOwed(tx: Tx, orderId: string, chargeNo: number): Promise<readonly GoodsWanted[]> {
  return (await goodsOf(tx, orderId, chargeNo))
    .filter(({ owedQuantity }) => owedQuantity > 0)
    .map(({ lineNo, owedQuantity }) => ({ lineNo, pieces: owedQuantity, from: "owed" as const }));
}

/** Pieces that were income when they left, and wait here to be sent again. */
async function goingAgain(tx: Tx, orderId: string): Promise<readonly GoodsWanted[]> {
  const again = (await parcelsHere(tx, orderId)).filter(({ isAgain }) => isAgain);
  const parcels = await Promise.all(again.map(({ no }) => parcelOf(tx, orderId, no)));
  const pieces = Map.groupBy(
    parcels.flatMap((parcel) => parcel?.lines ?? []),
    ({ lineNo }) => lineNo,
  );
  return [...pieces].map(([lineNo, lines]) => ({
    ...{ lineNo, from: "income" as const },
    pieces: lines.reduce((sum, { quantity }) => sum + quantity, 0),
  }));
}
