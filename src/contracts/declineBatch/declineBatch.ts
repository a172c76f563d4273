import assert from "node:assert/strict";
import { accepted, act, IdParams, line, shape } from "../../platform/index.ts";
import { BatchSchema, batchView, decideAsked, lockSeenBatch, noteVoidAsked } from "../batches/index.ts";
import { decideDeclineBatch } from "./decideDeclineBatch.ts";

/**
 * POST /v1/code-batches/{id}/decline: says no to what waits for a second person: to making the batch, or to
 * taking a released one out of use. Whoever asked may take it back so, too.
 */
export const declineBatch = act({
  route: "POST /v1/code-batches/{id}/decline",
  permission: "batch.ask",
  summary: "Declines a batch that is asked for, or the wish to take a released one out of use",
  params: IdParams,
  body: shape({ reason: line(500) }),
  reply: BatchSchema,
  async run(tx, { id, reason }, at) {
    const batch = await lockSeenBatch(tx, id);

    const decision = decideDeclineBatch(batch);

    if (decision.refused !== undefined) {
      return decision;
    }
    const declined =
      decision.accepted === "batch"
        ? await decideAsked(tx, batch.batchId, "declined", tx.caller.id, at, reason)
        : await noteVoidAsked(tx, batch.batchId, null, null, null);
    assert(declined !== undefined, "under its lock a batch is decided once");
    const type = decision.accepted === "batch" ? "BatchDeclined" : "BatchVoidDeclined";
    tx.record(batch.batchId, [{ type, reason }]);
    return accepted(batchView(declined));
  },
});
