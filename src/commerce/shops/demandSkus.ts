import { badField, type Queryable } from "../../platform/index.ts";
import type { SkuPair } from "./shop.ts";
import { knownSkus } from "./shopStore.ts";

/** The pairs as they are kept. Errors: Problem 400 for a SKU of ours that is none, or one of theirs twice. */
export async function demandSkus(
  db: Queryable,
  pairs: readonly SkuPair[],
): Promise<Record<string, string | null>> {
  const wanted = [...new Set(pairs.flatMap(({ ours }) => ours ?? []))];
  const known = new Set((await knownSkus(db, wanted)).map(({ sku }) => sku));
  for (const [place, { theirs, ours }] of pairs.entries()) {
    if (ours !== null && !known.has(ours)) {
      throw badField(`/skus/${place}/ours`, "unknown_sku", `There is no product ${ours}.`);
    }
    if (pairs.findIndex((other) => other.theirs === theirs) < place) {
      throw badField(`/skus/${place}/theirs`, "sku_twice", `${theirs} stands there already.`);
    }
  }
  return Object.fromEntries(pairs.map(({ theirs, ours }) => [theirs, ours]));
}
