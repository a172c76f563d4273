import { tellStock } from "../../catalogue/index.ts";
import { type Faults, type Job, type Platform, systemCaller, transact } from "../../platform/index.ts";
import { freeByRegion } from "./heldCodeStore.ts";

/** A SKU of which codes came into stock or left it. */
export interface StockMoved {
  readonly sku: string;
}

/**
 * Tells the shelf how many codes of a SKU are free. It counts the rows, so it may run any number of times; of
 * many that wait one counts for all.
 */
export const countStock: Job<StockMoved> = {
  name: "count_code_stock",
  run: async (platform, moved) => {
    await count(platform, [moved]);
  },
  runTogether: count,
};

async function count(platform: Platform, moved: readonly StockMoved[]): Promise<Faults> {
  const skus = [...new Set(moved.map(({ sku }) => sku))].toSorted();
  await transact(platform, systemCaller, async (tx) => {
    const free = await freeByRegion(tx, skus, tx.at);
    const stockOf = (sku: string) =>
      free.filter((one) => one.sku === sku).reduce((sum, one) => sum + one.free, 0);
    await tellStock(
      tx,
      skus.map((sku) => ({ sku, stock: stockOf(sku) })),
    );
  });
  return new Map();
}
