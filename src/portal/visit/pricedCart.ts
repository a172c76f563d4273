import { priceCart } from "../../commerce/index.ts";
import type { Cart } from "./cartCookie.ts";
import { attempt, type Visit } from "./visit.ts";

type Way = "email" | "home" | "pickup";

/** What a cart costs its visitor now. Undefined while it is empty. It writes nothing. */
export async function pricedCart(visit: Visit, { lines }: Cart, country: string, delivery?: Way) {
  if (lines.length === 0) {
    return undefined;
  }
  const asked = lines.map(({ sku, quantity, seen }) => ({
    sku,
    quantity,
    ...(seen === undefined ? {} : { seen }),
  }));
  const told = { lines: asked, country, ...(delivery === undefined ? {} : { delivery }) };
  const { reply } = await attempt(visit, priceCart, told, { dryRun: true });
  return reply;
}
