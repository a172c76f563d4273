import {
  failPoint,
  type Job,
  type Queryable,
  systemCaller,
  type Tx,
  transact,
} from "../../platform/index.ts";
import { mintSealed } from "../code.ts";
import { countMade, insertStock, lockBatch, unfinishedBatches } from "./batchStore.ts";
import { countStock } from "./countStock.ts";
import { CODES_EXPIRE, warnAt } from "./useBy.ts";

/** Codes in one transaction, and how long one job goes on: well within its lease. */
const PIECE = 2_000;
const STRETCH_MS = 30_000;

/** Which batch is to be made. */
export interface BatchToMint {
  readonly batchId: string;
}

/**
 * Makes the codes of a released batch a piece at a time. Each piece is one transaction, with the count it
 * brings the batch to: killed anywhere and started again, or run twice at once, it makes exactly as many as
 * were released.
 */
export const mintBatch: Job<BatchToMint> = {
  name: "mint_batch",
  async run(platform, { batchId }) {
    const stopAt = performance.now() + STRETCH_MS;
    while (performance.now() < stopAt) {
      const left = await transact(platform, systemCaller, (tx) => mintPiece(tx, batchId));
      failPoint(platform, "batch_piece_minted");
      if (left === 0) {
        return;
      }
    }
    await transact(platform, systemCaller, async (tx) => tx.enqueue(mintBatch, { batchId }));
  },
};

/** Batches whose job was lost. */
export async function unmintedBatches(db: Queryable, before: Temporal.Instant): Promise<BatchToMint[]> {
  return await unfinishedBatches(db, before);
}

/** Makes the next codes of a batch; answers how many are still to be made. */
async function mintPiece(tx: Tx, batchId: string): Promise<number> {
  const batch = await lockBatch(tx, batchId);
  if (batch === undefined || batch.state !== "released" || batch.made === batch.quantity) {
    return 0;
  }
  const count = Math.min(PIECE, batch.quantity - batch.made);
  await makeStock(tx, batchId, count);
  const left = batch.quantity - batch.made - count;
  tx.enqueue(countStock, { sku: batch.sku });
  if (left === 0) {
    tx.record(batchId, [{ type: "BatchMade", sku: batch.sku, count: batch.quantity }]);
  }
  if (batch.made === 0 && batch.expiresAt !== null) {
    tx.schedule(batchId, CODES_EXPIRE, "end", batch.expiresAt);
    for (const { kind, dueAt } of warnAt(batch.expiresAt, tx.at)) {
      tx.schedule(batchId, kind, "end", dueAt);
    }
  }
  failPoint(tx.platform, "batch_piece_saved");
  return left;
}

async function makeStock(tx: Tx, batchId: string, count: number): Promise<void> {
  const made = mintSealed(tx.platform, count);
  await Promise.all([
    insertStock(
      tx,
      made.map(({ digest }) => digest),
      made.map(({ last4 }) => last4),
      made.map(({ sealed }) => sealed),
      tx.platform.secrets.currentPepperVersion,
      batchId,
    ),
    countMade(tx, batchId, count),
  ]);
}
