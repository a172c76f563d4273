import { productOf, termsInForce } from "../../catalogue/index.ts";
import type { Platform } from "../../platform/index.ts";
import { regionOf } from "../carts/index.ts";
import { resellerOf } from "../resellers/index.ts";
import type { ShopPlan } from "./messageStore.ts";
import type { Shop } from "./shop.ts";

/** Whether the shop's customer is in another region than the plans that its reseller is sold. */
export async function isOutside(
  platform: Platform,
  { resellerId }: Shop,
  { country, lines }: ShopPlan,
): Promise<boolean> {
  if (country === undefined) {
    return false;
  }
  const { database, clock } = platform;
  const asker = { query: database.query, platform, at: clock.now() };
  const products = await Promise.all(lines.map(({ sku }) => productOf(asker, sku)));
  const programme = products.flatMap((product) => product?.programme ?? [])[0];
  const reseller = await resellerOf(database, resellerId);
  if (reseller === undefined || programme === undefined) {
    return false;
  }
  const terms = await termsInForce(asker, programme, asker.at);
  return regionOf(terms, country) !== regionOf(terms, reseller.country);
}
