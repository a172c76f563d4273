import type { Module } from "../platform/index.ts";
import { askBatch } from "./askBatch/askBatch.ts";
import { listBatches, showBatch } from "./batches/index.ts";
import { declineBatch } from "./declineBatch/declineBatch.ts";
import { releaseBatch } from "./releaseBatch/releaseBatch.ts";
import { voidBatch } from "./voidBatch/voidBatch.ts";

export { askBatch, declineBatch, listBatches, releaseBatch, showBatch, voidBatch };

/** What may be asked of batches of codes from outside. */
export const batchRoutes: NonNullable<Module["routes"]> = [
  askBatch,
  releaseBatch,
  declineBatch,
  voidBatch,
  listBatches,
  showBatch,
];
