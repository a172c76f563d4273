import type { ReadContext } from "../../platform/index.ts";
import { groupChain } from "../customerGroups/index.ts";
import { currenciesOf, priceListOf } from "../price.ts";
import { productsOf } from "../product.ts";
import type { ProductView } from "./shelfProduct.ts";

/**
 * The products with the prices of the caller's own customer group. Everybody but a reseller's team pays
 * retail, which is what was read: for them nothing more is asked.
 */
export async function withOwnPrices<Shown extends ProductView>(
  db: ReadContext,
  shown: readonly Shown[],
): Promise<Shown[]> {
  const group = shown.length === 0 ? undefined : await groupOfCaller(db);
  if (group === undefined) {
    return [...shown];
  }
  const [groups, products] = await Promise.all([
    groupChain(db, group),
    productsOf(
      db,
      shown.map(({ sku }) => sku),
    ),
  ]);
  const bySku = new Map(products.map(({ sku, prices }) => [sku, prices]));
  return shown.map((product) => {
    const prices = bySku.get(product.sku) ?? [];
    const lists = currenciesOf(prices)
      .toSorted()
      .flatMap((currency) => priceListOf(prices, { groups, currency, at: db.at }));
    return { ...product, prices: [...lists] };
  });
}

async function groupOfCaller(db: ReadContext): Promise<string | undefined> {
  if (db.caller.reseller === undefined) {
    return undefined;
  }
  for (const { customerGroupOf } of db.platform.modules) {
    const group = await customerGroupOf?.(db);
    if (group !== undefined) {
      return group;
    }
  }
  return undefined;
}
