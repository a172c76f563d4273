import assert from "node:assert/strict";
import { newId, type Tx } from "../../platform/index.ts";
import { type Calendar, calendarsFor, closingOf, orderDayOf } from "../promises/index.ts";
import { SUPPLIER_ORDER_CLOSES } from "./closeGathered.ts";
import { insertSupplierLines, openSupplierOrder, shareSupplierOrder } from "./supplierOrderStore.ts";

/** Pieces that a supplier is to send us. */
export interface LineToGather {
  readonly supplier: string;
  readonly lineNo: number;
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly promisedOn: string;
}

/** The order of today may be sent this moment: then it is the next day's. More than that is a mistake. */
const DAYS_TRIED = 3;

/** Puts lines of an order that was paid on the orders of their suppliers' days. */
export async function gatherLines(tx: Tx, orderId: string, lines: readonly LineToGather[]): Promise<void> {
  if (lines.length === 0) {
    return;
  }
  const bySupplier = Map.groupBy(lines, ({ supplier }) => supplier);
  const suppliers = [...bySupplier.keys()].toSorted();
  const calendars = await calendarsFor(tx, tx.platform, suppliers, tx.at);
  // One after the other, in the order of their names: two orders never wait for each other in a ring.
  for (const supplier of suppliers) {
    const supplierOrderId = await orderOfDay(tx, supplier, calendars(supplier));
    const own = (bySupplier.get(supplier) ?? []).map(({ supplier: _, ...line }) => line);
    await insertSupplierLines(tx, supplierOrderId, orderId, JSON.stringify(own));
  }
}

/** The order of the supplier's day that is still gathered, opened where there is none yet. */
async function orderOfDay(tx: Tx, supplier: string, { warehouse, holidays }: Calendar): Promise<string> {
  let from = tx.at;
  for (let tried = 0; tried < DAYS_TRIED; tried += 1) {
    const day = orderDayOf(warehouse, holidays, from);
    const closesAt = closingOf(warehouse, day);
    const id = newId(tx.at);
    if ((await openSupplierOrder(tx, id, supplier, day, closesAt, tx.at)) === 1) {
      tx.schedule(id, SUPPLIER_ORDER_CLOSES, "close", closesAt);
    }
    const { supplierOrderId, state } = await shareSupplierOrder(tx, supplier, day);
    if (state === "gathering") {
      return supplierOrderId;
    }
    from = closesAt;
  }
  return assert.fail(`${supplier} has no day that takes orders`);
}
