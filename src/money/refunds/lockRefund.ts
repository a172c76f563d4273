import { lockRoot, notFound, readPublicId, type Tx } from "../../platform/index.ts";
import type { Refund } from "./refund.ts";
import { refundOf } from "./refundStore.ts";

/** The refund with this public id, its root locked. Errors: Problem 404. */
export async function lockRefund(tx: Tx, id: string): Promise<Refund> {
  const key = readPublicId("rfd", id);
  if (key?.no === undefined || !(await lockRoot(tx, key.rootId))) {
    throw notFound("refund");
  }
  const refund = await refundOf(tx, key.rootId, key.no);
  if (refund === undefined) {
    throw notFound("refund");
  }
  return refund;
}
