import { publicId, type ReadContext } from "../platform/index.ts";
import { ownSightOf } from "./sight.ts";
import { ownOrders } from "./store.ts";

/** The public ids of the caller's own orders. */
export async function ownOrderIds(db: ReadContext): Promise<readonly string[]> {
  const found = await ownOrders(db, ...ownSightOf(db.caller));
  return found.map(({ orderId }) => publicId("ord", orderId));
}
