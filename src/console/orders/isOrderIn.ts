import type { Order } from "../../client/index.ts";

/** Whether an order is in this state; in any, when none is asked for. */
export function isOrderIn(state: string | undefined): (order: Order) => boolean {
  return (order) => state === undefined || order.state === state;
}
