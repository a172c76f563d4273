import { accepted, type Decision } from "../../platform/index.ts";
import type { Order } from "../order.ts";
import { refuse } from "../refusals.ts";

/** Whether an order has codes to show: they come when it is paid, whatever else is on its way. Pure. */
export function decideRevealCodes({
  state,
  lines,
}: Pick<Order, "state"> & {
  readonly lines: readonly Pick<Order["lines"][number], "soldAs">[];
}): Decision<"reveal"> {
  if (lines.every(({ soldAs }) => soldAs === "goods")) {
    return refuse("order_without_codes");
  }
  return state === "paid" || state === "delivered" ? accepted("reveal") : refuse("codes_not_ready");
}
