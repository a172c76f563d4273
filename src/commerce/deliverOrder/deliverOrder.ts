import { mintCodesOf } from "../../contracts/index.ts";
import {
  type Faults,
  type Job,
  type Platform,
  systemCaller,
  type Tx,
  transact,
} from "../../platform/index.ts";
import { ORDER_LAPSES } from "../lapseOrder.ts";
import { wantParcels } from "../parcels/index.ts";
import { takeToDelivery } from "../store.ts";
import { decideDeliverOrder } from "./decideDeliverOrder.ts";
import { sellCodes } from "./sellCodes.ts";

interface PaidOrder {
  readonly rootId: string;
  readonly chargeNo: number;
}

/** Delivers the order whose charge was captured; those that wait at the same time in one transaction. */
export const deliverPaidOrder: Job<PaidOrder> = {
  name: "deliver_order",
  run: (platform, { rootId, chargeNo }) => deliverOrder(platform, rootId, chargeNo),
  runTogether: async (platform, paid) => {
    try {
      await deliverOrders(platform, paid);
      return new Map();
    } catch (error) {
      return paid.length === 1 ? new Map([[0, error]]) : await oneByOne(platform, paid);
    }
  },
};

/** Sells the codes of a paid order in one transaction: all of them, once. Goods come later. */
export async function deliverOrder(platform: Platform, rootId: string, chargeNo: number): Promise<void> {
  await deliverOrders(platform, [{ rootId, chargeNo }]);
}

async function deliverOrders(platform: Platform, paid: readonly PaidOrder[]): Promise<void> {
  const charges = new Map(paid.map(({ rootId, chargeNo }) => [rootId, chargeNo]));
  await transact(platform, systemCaller, async (tx) => {
    const orders = await takeToDelivery(tx, [...charges.keys()], tx.at);
    const sold = await Promise.all(orders.map((order) => sellCodes(tx, order)));
    await mintWanted(
      tx,
      sold.flatMap(({ toMint }) => toMint),
    );
    for (const [index, order] of orders.entries()) {
      const { orderId, lines } = order;
      await wantParcels(tx, order);
      tx.meet(orderId, ORDER_LAPSES, "order");
      const chargeNo = charges.get(orderId) as number;
      tx.record(orderId, decideDeliverOrder(lines, chargeNo, sold[index]?.opensAt));
    }
  });
}

async function mintWanted(tx: Tx, wanted: Parameters<typeof mintCodesOf>[1]): Promise<void> {
  if (wanted.length > 0) {
    await mintCodesOf(tx, wanted);
  }
}

/** An order that cannot be delivered holds up nobody else's. */
async function oneByOne(platform: Platform, paid: readonly PaidOrder[]): Promise<Faults> {
  const faults = new Map<number, unknown>();
  for (const [place, { rootId, chargeNo }] of paid.entries()) {
    await deliverOrder(platform, rootId, chargeNo).catch((error: unknown) => faults.set(place, error));
  }
  return faults;
}
