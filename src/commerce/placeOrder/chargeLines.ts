import type { ChargeLine } from "../../money/index.ts";
import type { PricedOrder } from "./decidePlaceOrder.ts";

/** The lines of an order's charge, in the order of its own, with the tax of the buyer's country. Pure. */
export function chargeLines(
  { lines, region }: Pick<PricedOrder, "lines" | "region">,
  programme: string,
  country: string,
): ChargeLine[] {
  return lines.map(({ product: { plan }, quantity, unit: { net, gross, taxKind, taxRateBasisPoints } }) => ({
    ...{ kind: "plan", programme, region, plan, quantity },
    netMinor: net.amount * quantity,
    taxMinor: (gross.amount - net.amount) * quantity,
    ...{ taxKind, taxCountry: country, taxRateBasisPoints },
  }));
}
