import type { Tx } from "../../platform/index.ts";
import { completePaid } from "./parcelStore.ts";

/**
 * An order whose lock the caller holds is delivered when every piece of it is, and its codes are; cancelled
 * when all it had was goods that will not come. It stays as it is until then.
 */
export async function completeOrder(
  tx: Tx,
  orderId: string,
  by: "delay" | "request" | "dispute" = "delay",
): Promise<void> {
  const completed = await completePaid(tx, orderId, tx.at);
  if (completed !== undefined) {
    const { state, count } = completed;
    tx.record(orderId, [
      state === "delivered" ? { type: "OrderDelivered", count } : { type: "OrderCancelled", by },
    ]);
  }
}
