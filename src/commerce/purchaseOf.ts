import type { Purchase } from "../contracts/index.ts";
import type { Order } from "./order.ts";

/** How the plans of an order were bought, for the law of its buyer. What we sell, we sell at a distance. */
export function purchaseOf(
  order: Pick<Order, "country" | "buyerState" | "vatId" | "withdrawalShown">,
): Purchase {
  return {
    channel: "distance",
    country: order.country,
    state: order.buyerState,
    kind: order.vatId === null ? "consumer" : "business",
    informed: order.withdrawalShown,
    expressRequest: false,
  };
}
