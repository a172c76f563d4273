export { type Batch, BatchSchema, type BatchView, batchStates, batchView, CodeCounts } from "./batch.ts";
export {
  countsOfBatch,
  decideAsked,
  insertBatch,
  lockBatch,
  noteVoidAsked,
  voidCodesOfBatch,
  voidReleased,
} from "./batchStore.ts";
export {
  deliverKeptCodes,
  freeCodesOf,
  type HoldWanted,
  holdCodes,
  releaseHeldCodes,
  sellHeldCodes,
} from "./codeStock.ts";
export { countStock } from "./countStock.ts";
export { batchDeadlines, expireCodes, expireSoon, tellOfEnd } from "./endCodes.ts";
export { heldLines } from "./heldCodeStore.ts";
export { listBatches, showBatch } from "./listBatches.ts";
export { batchIdOf, lockSeenBatch } from "./lockSeenBatch.ts";
export { type BatchToMint, mintBatch, unmintedBatches } from "./mintBatch.ts";
export { endOfUse } from "./useBy.ts";
