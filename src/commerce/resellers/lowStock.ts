import { type Static, Type } from "typebox";
import { freeCodesOf } from "../../contracts/index.ts";
import { type Queryable, shape } from "../../platform/index.ts";
import type { Reseller } from "./reseller.ts";
import { type Bought, boughtSince } from "./resellerStore.ts";

/** What of a product is free, and what a reseller buys of it. Pieces. */
export const LowStock = shape({
  sku: Type.String(),
  name: Type.String(),
  /** Of codes: where they can be used. Null for goods. */
  region: Type.Union([Type.String(), Type.Null()]),
  free: Type.Integer({ minimum: 0 }),
  usualIn30Days: Type.Integer({ minimum: 1 }),
});
export type LowStock = Static<typeof LowStock>;

/** What it usually buys is the mean of so many times thirty days. */
const MONTHS = 3;
const LOOKED_BACK = { hours: MONTHS * 30 * 24 };

/** As many as a page has room for: those there is least of stand first. */
const SHOWN = 20;

/** Codes that are free, of a product in a region. */
type Free = Awaited<ReturnType<typeof freeCodesOf>>[number];

/**
 * Of what a reseller bought in ninety days, what there is less of than it usually buys in thirty: the worst
 * first. Codes of batches count where they can be used; what is made when it is ordered is never short. Pure.
 */
export function lowStockIn(bought: readonly Bought[], codes: readonly Free[]): LowStock[] {
  return bought
    .map(({ pieces, stock, ...what }) => ({
      ...what,
      free:
        what.region === null
          ? (stock ?? 0)
          : (codes.find(({ sku, region }) => sku === what.sku && region === what.region)?.free ?? 0),
      usualIn30Days: Math.ceil(pieces / MONTHS),
    }))
    .filter(({ free, usualIn30Days }) => free < usualIn30Days)
    .toSorted((one, other) => one.free / one.usualIn30Days - other.free / other.usualIn30Days)
    .slice(0, SHOWN);
}

/** The same as it stands now, of a reseller. */
export async function lowStockOf(
  db: Queryable,
  { resellerId }: Pick<Reseller, "resellerId">,
  at: Temporal.Instant,
): Promise<LowStock[]> {
  const bought = await boughtSince(db, resellerId, at.subtract(LOOKED_BACK));
  const ofBatches = bought.filter(({ region }) => region !== null).map(({ sku }) => sku);
  return lowStockIn(bought, await freeCodesOf(db, [...new Set(ofBatches)], at));
}
