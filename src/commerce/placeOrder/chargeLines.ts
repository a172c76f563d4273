import { type ChargeLine, GOODS } from "../../money/index.ts";
import type { PricedLine } from "../carts/index.ts";
import type { PricedOrder } from "./decidePlaceOrder.ts";

/**
 * The lines of an order's charge, in the order of its own, then its delivery where that costs something, with
 * the tax of the buyer's country. Pure.
 */
export function chargeLines(order: PricedOrder, country: string): ChargeLine[] {
  const { lines, chosen } = order;
  const ofLines = lines.map((line) => chargeLine(order, line, country));
  if (chosen === undefined || chosen.price.gross.amount === 0) {
    return ofLines;
  }
  const { net, gross, taxKind, taxRateBasisPoints } = chosen.price;
  const delivery: ChargeLine = {
    ...{ kind: "delivery", programme: GOODS, region: country, plan: null, quantity: 1 },
    ...{ netMinor: net.amount, taxMinor: gross.amount - net.amount },
    ...{ taxKind, taxCountry: country, taxRateBasisPoints },
  };
  return [...ofLines, delivery];
}

function chargeLine(
  { programme = GOODS, region = "" }: Pick<PricedOrder, "programme" | "region">,
  { product, quantity, unit: { net, gross, taxKind, taxRateBasisPoints } }: PricedLine,
  country: string,
): ChargeLine {
  const isGoods = product.soldAs === "goods";
  return {
    ...(isGoods
      ? { kind: "goods", programme: GOODS, region: country, plan: null }
      : { kind: "plan", programme, region, plan: product.plan }),
    quantity,
    netMinor: net.amount * quantity,
    taxMinor: (gross.amount - net.amount) * quantity,
    ...{ taxKind, taxCountry: country, taxRateBasisPoints },
  };
}
