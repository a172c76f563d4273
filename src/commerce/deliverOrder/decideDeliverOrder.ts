import type { DomainEvent } from "../../platform/index.ts";
import type { OrderLine } from "../order.ts";

/** What is told of an order that is delivered because its charge was captured. Pure. */
export function decideDeliverOrder(
  lines: readonly Pick<OrderLine, "no" | "sku" | "quantity">[],
  chargeNo: number,
): readonly DomainEvent[] {
  const sold = lines.map(({ no, sku, quantity }) => ({ lineNo: no, sku, count: quantity }));
  return [
    { type: "OrderPaid", chargeNo },
    ...sold.map((line) => ({ type: "CodeSold", ...line })),
    ...sold.map((line) => ({ type: "CodeDelivered", ...line, by: "email" })),
    { type: "OrderDelivered", count: sold.reduce((sum, { count }) => sum + count, 0) },
  ];
}
