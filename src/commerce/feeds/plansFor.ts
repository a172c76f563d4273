import { refusedOffer, termsInForce } from "../../catalogue/index.ts";
import type { Platform } from "../../platform/index.ts";
import { listedPlans } from "./feedStore.ts";

/**
 * The plans a reseller may sell, each with those of its regions where the terms in force let it be sold: what
 * an order of its is decided by. By SKU.
 */
export async function plansFor(
  platform: Platform,
  regions: readonly string[],
  at: Temporal.Instant,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const db = { query: platform.database.query, platform };
  const plans = await listedPlans(db);
  const sold = await Promise.all(
    plans.map(async (product) => {
      const terms = await termsInForce(db, product.programme, at);
      const where = regions.filter(
        (region) => terms.regions.has(region) && refusedOffer(terms, product, region, at) === undefined,
      );
      return [product.sku, where] as const;
    }),
  );
  return new Map(sold.filter(([, where]) => where.length > 0));
}
