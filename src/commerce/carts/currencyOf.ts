import { currenciesOf, priceListOf } from "../../catalogue/index.ts";
import type { CartFacts } from "./cart.ts";

/**
 * The currency a cart is paid in: a reseller's own; with plans the first of their region's in which most of
 * it has a price, all of it where that can be, and its goods can be delivered; of goods alone likewise of the
 * delivery rules of their country. Empty where nothing is priced at all. Pure.
 */
export function currencyOf(facts: CartFacts, region: string | undefined): string {
  const { reseller, terms, delivery, lines } = facts;
  if (reseller !== undefined) {
    return reseller.currency;
  }
  const ofRules = delivery.rules.map(({ currency }) => currency);
  const ofRegion = region === undefined ? undefined : terms?.regions.get(region)?.currencies;
  const likely = [...new Set(ofRegion ?? ofRules)];
  const all =
    likely.length > 0 ? likely : lines.flatMap(({ product }) => currenciesOf(product?.prices ?? []));
  const hasGoods = lines.some(({ product }) => product?.soldAs === "goods");
  return all
    .map((currency) => [currency, fitOf(facts, currency, hasGoods && ofRules.includes(currency))] as const)
    .reduce((best, one) => (one[1] > best[1] ? one : best), [all[0] ?? "", -1] as readonly [
      string,
      number,
    ])[0];
}

/** How many lines have a price in it; of two as good, the one in which goods can be delivered. */
function fitOf({ lines, groups, at }: CartFacts, currency: string, isDelivered: boolean): number {
  const priced = lines.filter(
    ({ product }) =>
      product !== undefined && priceListOf(product.prices, { groups, currency, at }).length > 0,
  );
  return priced.length * 2 + (isDelivered ? 1 : 0);
}
