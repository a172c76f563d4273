import { lockRoot, notFound, readPublicId, type Tx } from "../../platform/index.ts";
import { lockCredit } from "./creditReturnStore.ts";
import type { Refund } from "./refund.ts";
import { refundOf } from "./refundStore.ts";

/**
 * The refund with this public id, its root locked: a device, an order, or money at our bank that is its own
 * root. Errors: Problem 404.
 */
export async function lockRefund(tx: Tx, id: string): Promise<Refund> {
  const key = readPublicId("rfd", id);
  if (key?.no === undefined) {
    throw notFound("refund");
  }
  if (!(await lockRoot(tx, key.rootId)) && (await lockCredit(tx, key.rootId)) === undefined) {
    throw notFound("refund");
  }
  const refund = await refundOf(tx, key.rootId, key.no);
  if (refund === undefined) {
    throw notFound("refund");
  }
  return refund;
}
