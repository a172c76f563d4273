import assert from "node:assert/strict";
import { isSameHand } from "../../identity/index.ts";
import { accepted, act, IdParams } from "../../platform/index.ts";
import { BatchSchema, batchView, decideAsked, lockSeenBatch } from "../batches/index.ts";
import { decideReleaseBatch } from "./decideReleaseBatch.ts";

/** POST /v1/code-batches/{id}/release: lets the codes be made. A job makes them. */
export const releaseBatch = act({
  route: "POST /v1/code-batches/{id}/release",
  permission: "batch.ask",
  summary: "Releases a batch: another person than the one who asked for it",
  params: IdParams,
  reply: BatchSchema,
  async run(tx, { id }, at) {
    const batch = await lockSeenBatch(tx, id);
    const isAsker = await isSameHand(tx, batch.askedBy, tx.caller.id);

    const decision = decideReleaseBatch({ at, batch, isAsker });

    if (decision.refused !== undefined) {
      return decision;
    }
    const released = await decideAsked(tx, batch.batchId, "released", tx.caller.id, at, null);
    assert(released !== undefined, "under its lock a batch is decided once");
    const { sku, quantity } = batch;
    tx.record(batch.batchId, [{ type: "BatchReleased", sku, quantity, askedBy: batch.askedBy }]);
    return accepted(batchView(released));
  },
});
