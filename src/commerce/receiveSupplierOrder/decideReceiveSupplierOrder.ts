import { accepted, type Decision } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";
import { type SupplierOrder, wantedOf } from "../supplierOrders/index.ts";

/** Which orders have goods in what has arrived: bare ids, each once. Pure. */
export function decideReceiveSupplierOrder(
  order: Pick<SupplierOrder, "state" | "lines">,
): Decision<readonly string[]> {
  if (order.state === "gathering") {
    return refuse("supplier_order_not_sent");
  }
  if (order.state === "arrived" || order.state === "cancelled") {
    return refuse("supplier_order_over");
  }
  const wanted = order.lines.filter((line) => wantedOf(line) > 0);
  return accepted([...new Set(wanted.map(({ orderId }) => orderId))].toSorted());
}
