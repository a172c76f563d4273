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

/** Orders are locked by their ids, so that whoever wants several waits for nobody who waits for them. */
async function deliverOrders(platform: Platform, paid: readonly PaidOrder[]): Promise<void> {
  const inOrder = paid.toSorted((one, other) => (one.rootId < other.rootId ? -1 : 1));
  await transact(platform, systemCaller, async (tx) => {
    await Promise.all(inOrder.map((one) => deliver(tx, one)));
  });
}

async function deliver(tx: Tx, { rootId, chargeNo }: PaidOrder): Promise<void> {
  const order = await takeToDelivery(tx, rootId, tx.at);
  if (order !== undefined) {
    const opensAt = await sellCodes(tx, order);
    await wantParcels(tx, order);
    tx.meet(rootId, ORDER_LAPSES, "order");
    tx.record(rootId, decideDeliverOrder(order.lines, chargeNo, opensAt));
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
