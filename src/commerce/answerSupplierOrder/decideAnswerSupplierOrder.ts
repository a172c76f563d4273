import { accepted, type Decision } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";
import { type SupplierOrder, wantedOf } from "../supplierOrders/index.ts";

/** What a supplier says: it comes on that day, or it cannot. */
export type SupplierAnswer =
  | { readonly answer: "comes"; readonly expectedOn: Temporal.PlainDate }
  | { readonly answer: "cannot" };

/** What an order is after its supplier's answer, and whose buyers have to be told. */
export interface Answered {
  readonly state: "confirmed" | "late" | "failed";
  /** Bare ids of orders, each once: what they were promised does not come by then. */
  readonly late: readonly string[];
}

/** What follows from what a supplier says: a day after one that was promised is late. Pure. */
export function decideAnswerSupplierOrder(
  order: Pick<SupplierOrder, "state" | "lines">,
  said: SupplierAnswer,
): Decision<Answered> {
  if (order.state === "gathering") {
    return refuse("supplier_order_not_sent");
  }
  if (order.state === "arrived" || order.state === "cancelled") {
    return refuse("supplier_order_over");
  }
  const wanted = order.lines.filter((line) => wantedOf(line) > 0);
  const late = wanted.filter(
    ({ promisedOn }) =>
      said.answer === "cannot" || Temporal.PlainDate.compare(promisedOn, said.expectedOn) < 0,
  );
  const known = late.length > 0 ? "late" : "confirmed";
  const state = said.answer === "cannot" ? "failed" : known;
  return accepted({ state, late: [...new Set(late.map(({ orderId }) => orderId))].toSorted() });
}
