import type { Product } from "../../catalogue/index.ts";
import type { Refusal } from "../../platform/index.ts";
import { isQuantitySold, nearestQuantities } from "../quantity.ts";
import { refuse } from "../refusals.ts";

/** Why a quantity is not sold, and the nearest that are. */
export interface QuantityRefused {
  readonly refused: Refusal;
  readonly quantities: readonly number[];
}

type Sold = Pick<Product, "sku" | "minQuantity" | "multiple" | "soldAs" | "offer">;

/** Refuses what is below the minimum, off the multiple, or more than there is. Never rounds. Pure. */
export function refuseQuantity(product: Sold, quantity: number): QuantityRefused | undefined {
  const { sku, minQuantity, multiple } = product;
  if (!isQuantitySold(quantity, product)) {
    const quantities = nearestQuantities(quantity, product);
    const sold = `${sku} is sold from ${minQuantity} on, in multiples of ${multiple}`;
    const says = `${sold}: ${quantity} is neither.`;
    return {
      ...refuse("quantity_not_sold", { says, next: `Order ${quantities.join(" or ")}.` }),
      quantities,
    };
  }
  return refuseShort(product, quantity);
}

/** Refuses more goods than their supplier has. Pure. */
export function refuseShort(product: Sold, quantity: number): QuantityRefused | undefined {
  const { stock } = product.offer;
  if (product.soldAs !== "goods" || stock === null || stock >= quantity) {
    return undefined;
  }
  const most = Math.floor(stock / product.multiple) * product.multiple;
  const quantities = most > 0 && isQuantitySold(most, product) ? [most] : [];
  const says = `There are ${stock} of ${product.sku}.`;
  const next = quantities.length > 0 ? `Order ${most}.` : "Ask again later, or look at products like it.";
  return { ...refuse("stock_short", { says, next }), quantities };
}
