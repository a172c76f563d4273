import type { DomainEvent } from "../../platform/index.ts";
import type { Order } from "../order.ts";

/** What a captured charge does to its order: nothing when it was delivered before. Pure. */
export function decideDeliverOrder(
  order: Pick<Order, "state" | "lines">,
  chargeNo: number,
): readonly DomainEvent[] {
  if (order.state !== "placed") {
    return [];
  }
  const sold = order.lines.map(({ no, sku, quantity }) => ({ lineNo: no, sku, count: quantity }));
  return [
    { type: "OrderPaid", chargeNo },
    ...sold.map((line) => ({ type: "CodeSold", ...line })),
    ...sold.map((line) => ({ type: "CodeDelivered", ...line, by: "email" })),
    { type: "OrderDelivered", count: sold.reduce((sum, { count }) => sum + count, 0) },
  ];
}
