import type { Queryable, Tx } from "../../platform/index.ts";
import { type CodesWanted, mintCodes } from "../code.ts";
import { countStock } from "./countStock.ts";
import {
  countFree,
  deliverKept,
  freeByRegion,
  holdFree,
  holdFreeWaiting,
  releaseHeld,
  sellHeld,
} from "./heldCodeStore.ts";

/** What a line of an order wants of the codes in stock. */
export type HoldWanted = Pick<CodesWanted, "orderId" | "lineNo" | "region" | "count"> & {
  readonly sku: string;
};

/**
 * Holds codes in stock for a line of an order: all that it wants, or none. Undefined when they are held, else
 * how many are free. Nobody waits for another buyer while there is enough for both.
 */
export async function holdCodes(tx: Tx, wanted: HoldWanted): Promise<number | undefined> {
  const { orderId, lineNo, sku, region, count } = wanted;
  tx.enqueue(countStock, { sku });
  if ((await holdFree(tx, orderId, lineNo, sku, region, count, tx.at)) === count) {
    return undefined;
  }
  // Others are taking the rest at this moment, and may not keep it. Where two hold some of what both want,
  // the database lets one of them begin again.
  if ((await holdFreeWaiting(tx, orderId, lineNo, sku, region, count, tx.at)) === count) {
    return undefined;
  }
  return (await countFree(tx, sku, region, tx.at)).count;
}

/** Lets go what an order holds and will not buy. */
export async function releaseHeldCodes(tx: Tx, orderId: string): Promise<void> {
  for (const { sku } of await releaseHeld(tx, orderId)) {
    tx.enqueue(countStock, { sku });
  }
}

/**
 * Sells what a paid line holds, each code with its sale. What was taken out of use while it was held is made
 * up from stock, and where there is none made anew: it is paid for.
 */
export async function sellHeldCodes(tx: Tx, wanted: CodesWanted): Promise<void> {
  const { orderId, lineNo, region, count, product } = wanted;
  const sold = await sell(tx, wanted);
  if (sold === count) {
    return;
  }
  const missing = count - sold;
  const free = await holdCodes(tx, { orderId, lineNo, sku: product.sku, region, count: missing });
  if (free === undefined) {
    await sell(tx, wanted);
    return;
  }
  tx.platform.log.warn({ orderId, lineNo, missing }, "held codes were taken out of use; others are made");
  await mintCodes(tx, { ...wanted, count: missing });
}

async function sell(tx: Tx, wanted: CodesWanted): Promise<number> {
  const { orderId, lineNo, at, deliveredAt = at, purchase } = wanted;
  const kept = purchase === undefined ? null : JSON.stringify(purchase);
  return await sellHeld(tx, orderId, lineNo, at, deliveredAt, kept);
}

/** Hands out the sold codes of an order that were kept back; answers how many of which line. */
export async function deliverKeptCodes(
  tx: Tx,
  orderId: string,
): Promise<readonly { readonly lineNo: number; readonly sku: string; readonly count: number }[]> {
  return await deliverKept(tx, orderId, tx.at);
}

/** How many codes of these SKUs can be had now, by region; a SKU without any is left out. */
export async function freeCodesOf(
  db: Queryable,
  skus: readonly string[],
  at: Temporal.Instant,
): Promise<readonly { readonly sku: string; readonly region: string; readonly free: number }[]> {
  return skus.length === 0 ? [] : await freeByRegion(db, skus, at);
}
