import { type Platform, Rollback, systemCaller, type Tx, transact } from "../../platform/index.ts";
import { forgetSearches, learnWords } from "../shelf/index.ts";
import type { Block } from "./blocks.ts";
import { compareWithShelf, ownSku, type RefusedRow, type ShelfDifference } from "./compareWithShelf.ts";
import type { DigestedRow } from "./digested.ts";
import type { ImportRun } from "./importRun.ts";
import { insertRefusals, lockImport, moveOn, onShelf } from "./importStore.ts";
import { writeGoods } from "./writeGoods.ts";

/** So many faults of one import are kept, enough to see what kind they are; all are counted. */
const MOST_FAULTS = 10_000;

/** Where a block begins, and the rows in it. */
export interface BlockRows {
  readonly begins: number;
  readonly block: Block;
  readonly rows: readonly DigestedRow[];
}

/** A block that is being written. `saved` is false when the import does not go on from there. */
export interface Saving {
  readonly saved: Promise<boolean>;
  /** Its rows' keys and SKUs: rows that have others can be written beside it. */
  readonly marks: ReadonlySet<string>;
}

/**
 * Writes a block's rows with how far the import came, in one transaction, which ends after that of the block
 * `before`. Goods that both blocks name are written after it, all others beside it. It is not saved when the
 * import does not go on from here: it was stopped, or somebody else reads it.
 */
export function saveBlock(platform: Platform, run: ImportRun, own: BlockRows, before?: Saving): Saving {
  const marks = new Set(own.rows.flatMap((row) => marksOf(run, row)));
  const saved = save(platform, run, own, before?.marks.isDisjointFrom(marks) === false, before?.saved);
  // Who reads the next block meanwhile hears of a failure when he asks.
  saved.catch(() => undefined);
  return { saved, marks };
}

function marksOf({ supplier }: ImportRun, { product }: DigestedRow): string[] {
  return product === undefined
    ? []
    : [`key ${product.supplierKey}`, `sku ${product.sku ?? ownSku(supplier, product)}`];
}

async function save(
  platform: Platform,
  run: ImportRun,
  own: BlockRows,
  isShared: boolean,
  before: Promise<boolean> = Promise.resolve(true),
): Promise<boolean> {
  if (!isShared) {
    try {
      return await saveWhen(platform, run, own, before);
    } catch (error) {
      if (!isTaken(error)) {
        throw error;
      }
    }
  }
  // Somebody has put one of these goods on the shelf since it was looked at: it is looked at again.
  return (await before) && (await saveWhen(platform, run, own));
}

function isTaken(error: unknown): boolean {
  return (error as { readonly code?: unknown }).code === "23505";
}

/** Saves a block; beside the one `before` it, whose end it waits for before it says that it came as far. */
async function saveWhen(
  platform: Platform,
  run: ImportRun,
  own: BlockRows,
  before?: Promise<boolean>,
): Promise<boolean> {
  return await transact(platform, systemCaller, async (tx) => {
    let now = before === undefined ? await lockNext(tx, run, own) : run;
    if (now === undefined) {
      return new Rollback(false);
    }
    const difference = compareWithShelf(run.supplier, own.rows, await shelfOf(tx, run, own.rows));
    const written = run.isCheck ? [] : writeGoods(tx, run.supplier, difference);
    if (before !== undefined) {
      const [isBefore] = await Promise.all([before.catch(() => false), ...written]);
      now = isBefore ? await lockNext(tx, run, own) : undefined;
    }
    if (now === undefined) {
      return new Rollback(false);
    }
    await Promise.all([...written, ...tellOf(tx, now, own, difference)]);
    forgetSearches(platform);
    return true;
  });
}

/** The import, locked from here on; undefined when this block is not its next. */
async function lockNext(
  tx: Tx,
  { importId, isCheck }: ImportRun,
  { begins }: BlockRows,
): Promise<ImportRun | undefined> {
  const now = await lockImport(tx, importId);
  return now?.state === "running" && now.bytesDone === begins && now.isCheck === isCheck ? now : undefined;
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

/** How far it came, and what only one block at a time can write. */
function tellOf(
  tx: Tx,
  run: ImportRun,
  { begins, block }: BlockRows,
  { created, described, changed, same, refused }: ShelfDifference,
): Promise<unknown>[] {
  const findable = run.isCheck ? [] : [...created, ...described].map(({ sku }) => sku);
  return [
    ...(findable.length > 0 ? [learnWords(tx, findable)] : []),
    ...writeFaults(tx, run, refused),
    moveOn(
      tx,
      ...[run.importId, begins, block.endsAt.bytes, block.endsAt.lines],
      ...[created.length, changed, same, refused.length],
    ),
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
