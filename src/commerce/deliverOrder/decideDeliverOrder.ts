import type { DomainEvent } from "../../platform/index.ts";
import type { OrderLine } from "../order.ts";

/**
 * What is told of an order whose charge was captured: its codes are delivered, and with them the order,
 * unless goods are still to come. Codes that are kept until `opensAt` are sold, and told of again then. Pure.
 */
export function decideDeliverOrder(
  lines: readonly Pick<OrderLine, "no" | "sku" | "quantity" | "soldAs">[],
  chargeNo: number,
  opensAt?: Temporal.Instant,
): readonly DomainEvent[] {
  const codes = lines
    .filter(({ soldAs }) => soldAs === "code")
    .map(({ no, sku, quantity }) => ({ lineNo: no, sku, count: quantity }));
  const count = codes.reduce((sum, line) => sum + line.count, 0);
  const sold = [{ type: "OrderPaid", chargeNo }, ...codes.map((line) => ({ type: "CodeSold", ...line }))];
  if (opensAt !== undefined) {
    return [...sold, { type: "CodesKept", count, until: opensAt.toString() }];
  }
  return [
    ...sold,
    ...codes.map((line) => ({ type: "CodeDelivered", ...line, by: "email" })),
    ...(count > 0 ? [{ type: "CodesDelivered", count }] : []),
    ...(codes.length === lines.length ? [{ type: "OrderDelivered", count }] : []),
  ];
}
