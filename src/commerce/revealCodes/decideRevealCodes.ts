import { accepted, type Decision } from "../../platform/index.ts";
import type { Order } from "../order.ts";
import { refuse } from "../refusals.ts";

/** Whether an order has codes to show. Pure. */
export function decideRevealCodes(order: Pick<Order, "state">): Decision<"reveal"> {
  return order.state === "delivered" ? accepted("reveal") : refuse("codes_not_ready");
}
