import { hash } from "node:crypto";
import { type Platform, systemCaller, type Tx, transact } from "../../platform/index.ts";
import { forgetSearches, writeFindings } from "../shelf/index.ts";
import type { Block } from "./blocks.ts";
import {
  compareWithShelf,
  type DigestedRow,
  ownSku,
  type RefusedRow,
  type ShelfDifference,
  type Shelved,
} from "./compareWithShelf.ts";
import { describeGoods, insertGoods, insertOffers, insertPriceLists, updateOffers } from "./goodsStore.ts";
import type { ImportRun } from "./importRun.ts";
import { insertRefusals, lockImport, moveOn, onShelf } from "./importStore.ts";
import type { ReadRow, SupplierProduct } from "./supplierProduct.ts";

/** So many faults of one import are kept, enough to see what kind they are; all are counted. */
const MOST_FAULTS = 10_000;

/**
 * Writes a block's rows with how far the import came, in one transaction. False when the import does not go
 * on from here: it was stopped, or somebody else reads it.
 */
export async function saveBlock(
  platform: Platform,
  importId: string,
  { begins, block }: { readonly begins: number; readonly block: Block },
  rows: readonly DigestedRow[],
): Promise<boolean> {
  return await transact(platform, systemCaller, async (tx) => {
    const run = await lockImport(tx, importId);
    if (run?.state !== "running" || run.bytesDone !== begins) {
      return false;
    }
    const difference = compareWithShelf(run.supplier, rows, await shelfOf(tx, run, rows));
    await Promise.all([
      ...(run.isCheck ? [] : writeGoods(tx, run, difference)),
      ...writeFaults(tx, run, difference.refused),
      moveOn(
        tx,
        ...[importId, begins, block.endsAt.bytes, block.endsAt.lines],
        ...[difference.created.length, difference.changed, difference.same, difference.refused.length],
      ),
    ]);
    forgetSearches(platform);
    return true;
  });
}

/** The rows with digests, by which it is known what changed of them. */
export function digested(rows: readonly ReadRow[]): DigestedRow[] {
  return rows.map((row) =>
    row.product === undefined
      ? row
      : { ...row, described: digestOf(describing(row.product)), priced: digestOf(row.product.prices) },
  );
}

async function shelfOf(
  tx: Tx,
  { supplier }: ImportRun,
  rows: readonly DigestedRow[],
): Promise<Awaited<ReturnType<typeof onShelf>>> {
  const products = rows.flatMap(({ product }) => product ?? []);
  const skus = products.map((product) => product.sku ?? ownSku(supplier, product));
  const keys = products.map(({ supplierKey }) => supplierKey);
  return products.length === 0 ? [] : await onShelf(tx, supplier, keys, skus);
}

/** Goods before what points at them; the connection sends them in this order. */
function writeGoods(tx: Tx, run: ImportRun, difference: ShelfDifference): Promise<unknown>[] {
  const { created, described, offered, priced } = difference;
  const findable = [...created, ...described].map(({ sku }) => sku);
  const prices = [...created, ...priced].map(({ sku, prices: own }) => ({ sku, prices: own }));
  return [
    ...(created.length > 0 ? [insertGoods(tx, JSON.stringify(created), tx.at)] : []),
    ...(created.length > 0 ? [insertOffers(tx, JSON.stringify(created.map(offerOf)), run.supplier)] : []),
    ...(described.length > 0 ? [describeGoods(tx, JSON.stringify(described), tx.at)] : []),
    ...(findable.length > 0 ? [writeFindings(tx, findable)] : []),
    ...(offered.length > 0 ? [updateOffers(tx, JSON.stringify(offered.map(offerOf)))] : []),
    ...(prices.length > 0 ? [insertPriceLists(tx, JSON.stringify(prices), tx.at)] : []),
  ];
}

function writeFaults(tx: Tx, run: ImportRun, refused: readonly RefusedRow[]): Promise<unknown>[] {
  const faults = refused.flatMap(({ line, faults: own }) =>
    own.map((fault, place) => ({ line, no: place + 1, ...fault })),
  );
  return faults.length === 0 || run.rowsRefused > MOST_FAULTS
    ? []
    : [insertRefusals(tx, run.importId, JSON.stringify(faults))];
}

function offerOf(shelved: Shelved): object {
  const { sku, supplierKey, stock, leadDays, minQuantity, multiple, described, priced } = shelved;
  return { sku, supplierKey, stock, leadDays, minQuantity, multiple, described, priced };
}

/** All that is told of a product but how it may be had. */
function describing(product: SupplierProduct): object {
  const { sku: _sku, stock: _stock, leadDays: _lead, prices: _prices, ...rest } = product;
  const { minQuantity: _least, multiple: _multiple, ...told } = rest;
  return told;
}

function digestOf(told: unknown): string {
  return hash("sha256", JSON.stringify(told), "base64url").slice(0, 22);
}
