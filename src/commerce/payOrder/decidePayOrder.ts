import { accepted, type Decision } from "../../platform/index.ts";
import type { OfferNow, Order } from "../order.ts";
import { isQuantitySold, nearestQuantities } from "../quantity.ts";
import { refuse } from "../refusals.ts";

/** What paying an order is decided from. */
export interface PayFacts {
  readonly order: Pick<Order, "state"> & {
    readonly lines: readonly Pick<Order["lines"][number], "sku" | "quantity">[];
  };
  /** Its products as they are sold now. */
  readonly products: readonly OfferNow[];
}

/**
 * Whether an order may still be paid. It costs what it cost when it was placed, whatever its prices are now;
 * a quantity that is not sold any more is told, with those that are. Pure.
 */
export function decidePayOrder({ order, products }: PayFacts): Decision<"pay"> {
  if (order.state === "cancelled") {
    return refuse("order_not_open");
  }
  if (order.state !== "placed") {
    return accepted("pay");
  }
  for (const { sku, quantity } of order.lines) {
    const product = products.find((one) => one.sku === sku);
    if (product === undefined) {
      return refuse("product_not_sold", { says: `${sku} is not sold any more.` });
    }
    if (!isQuantitySold(quantity, product)) {
      const { minQuantity, multiple } = product;
      const sold = `${sku} is now sold from ${minQuantity} on, in multiples of ${multiple}`;
      return refuse("quantity_not_sold", {
        says: `${sold}: ${quantity} is neither.`,
        next: `Cancel this order and order ${nearestQuantities(quantity, product).join(" or ")}.`,
      });
    }
  }
  return accepted("pay");
}
