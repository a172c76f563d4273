import {
  failPoint,
  type Job,
  type Queryable,
  systemCaller,
  type Tx,
  transact,
} from "../../platform/index.ts";
import { mintSealed } from "../code.ts";
import type { Batch } from "./batch.ts";
import { batchOf, makePiece, unfinishedBatches } from "./batchStore.ts";
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

/**
 * Makes the next codes of a batch; answers how many are still to be made. The count it brings the batch to is
 * what guards it: of several that make the same piece one does, and the others go on from there.
 */
async function mintPiece(tx: Tx, batchId: string): Promise<number> {
  const batch = await batchOf(tx, batchId);
  if (batch === undefined || batch.state !== "released" || batch.made === batch.quantity) {
    return 0;
  }
  const left = batch.quantity - batch.made;
  const count = Math.min(PIECE, left);
  if ((await makeStock(tx, batch, count)) === 0) {
    return left;
  }
  tx.enqueue(countStock, { sku: batch.sku });
  if (left === count) {
    tx.record(batchId, [{ type: "BatchMade", sku: batch.sku, count: batch.quantity }]);
  }
  if (batch.made === 0 && batch.expiresAt !== null) {
    tx.schedule(batchId, CODES_EXPIRE, "end", batch.expiresAt);
    for (const { kind, dueAt } of warnAt(batch.expiresAt, tx.at)) {
      tx.schedule(batchId, kind, "end", dueAt);
    }
  }
  failPoint(tx.platform, "batch_piece_saved");
  return left - count;
}

/** How many it made: all of them, or none. */
async function makeStock(tx: Tx, { batchId, made }: Batch, count: number): Promise<number> {
  const codes = mintSealed(tx.platform, count);
  return await makePiece(
    tx,
    codes.map(({ digest }) => digest),
    codes.map(({ last4 }) => last4),
    codes.map(({ sealed }) => sealed),
    tx.platform.secrets.currentPepperVersion,
    batchId,
    made,
    made + count,
  );
}
