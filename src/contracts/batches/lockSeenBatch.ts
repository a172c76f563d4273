import { notFound, type Queryable, readPublicId, type Tx } from "../../platform/index.ts";
import type { Batch } from "./batch.ts";
import { batchOf, lockBatch } from "./batchStore.ts";

/** Locks the batch with this outside id. Errors: Problem 404. */
export async function lockSeenBatch(tx: Tx, id: string): Promise<Batch> {
  return there(await lockBatch(tx, batchIdOf(id)));
}

/** The batch with this outside id. Errors: Problem 404. */
export async function seenBatch(db: Queryable, id: string): Promise<Batch> {
  return there(await batchOf(db, batchIdOf(id)));
}

/** The bare id of a batch. Errors: Problem 404 for what is none. */
export function batchIdOf(id: string): string {
  const key = readPublicId("bat", id);
  if (key === undefined || key.no !== undefined) {
    throw notFound("batch");
  }
  return key.rootId;
}

function there(batch: Batch | undefined): Batch {
  if (batch === undefined) {
    throw notFound("batch");
  }
  return batch;
}
