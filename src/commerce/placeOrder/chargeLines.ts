import { type TaxRate, taxBetween } from "../../catalogue/index.ts";
import type { ChargeLine } from "../../money/index.ts";
import type { PricedOrder } from "./decidePlaceOrder.ts";

/**
 * The lines of an order's charge, in the order of its own. Net and gross are the price list's; the rate only
 * names the kind of tax between them. Pure.
 */
export function chargeLines(
  { lines, region }: Pick<PricedOrder, "lines" | "region">,
  programme: string,
  rate: TaxRate | undefined,
): ChargeLine[] {
  return lines.map(({ product: { plan }, quantity, unit: { net, gross } }) => ({
    ...{ kind: "plan", programme, region, plan, quantity },
    ...taxBetween(net.amount * quantity, gross.amount * quantity, rate),
  }));
}
