import assert from "node:assert/strict";
import type { Static } from "typebox";
import { isSameHand } from "../../identity/index.ts";
import { accepted, act, type Decision, IdParams, line, shape, type Tx } from "../../platform/index.ts";
import {
  type Batch,
  BatchSchema,
  batchView,
  CodeCounts,
  countStock,
  countsOfBatch,
  lockSeenBatch,
  noteVoidAsked,
  voidCodesOfBatch,
  voidReleased,
} from "../batches/index.ts";
import { decideVoidBatch } from "./decideVoidBatch.ts";

const Voided = shape({ ...BatchSchema.properties, codes: CodeCounts });
type Voided = Static<typeof Voided>;

/**
 * POST /v1/code-batches/{id}/void: takes every unused code of a batch out of use in one act, because it was
 * stolen or leaked. What was sold of it is issued anew to its buyers; nothing of their money moves. A large
 * one needs a second person, who makes the same call.
 */
export const voidBatch = act({
  route: "POST /v1/code-batches/{id}/void",
  permission: "batch.ask",
  summary: "Takes all unused codes of a batch out of use; what was sold of it is issued anew",
  params: IdParams,
  body: shape({ reason: line(500) }),
  reply: Voided,
  dryRun: true,
  async run(tx, { id, reason }) {
    const batch = await lockSeenBatch(tx, id);
    const [{ stock, sold, delivered }, isAsker] = await Promise.all([
      countsOfBatch(tx, batch.batchId),
      batch.voidAskedBy === null ? false : isSameHand(tx, batch.voidAskedBy, tx.caller.id),
    ]);
    const unused = stock + sold + delivered + batch.quantity - batch.made;

    const decision = decideVoidBatch({ batch, unused, isAsker });

    if (decision.refused !== undefined) {
      return decision;
    }
    return await save(tx, batch, decision.accepted, reason);
  },
});

async function save(
  tx: Tx,
  { batchId, sku }: Batch,
  decided: "void" | "ask",
  reason: string,
): Promise<Decision<Voided>> {
  if (decided === "ask") {
    tx.record(batchId, [{ type: "BatchVoidAsked", reason }]);
    return await answer(tx, await noteVoidAsked(tx, batchId, tx.caller.id, tx.at, reason));
  }
  const voided = await voidReleased(tx, batchId, tx.caller.id, tx.at, reason);
  const count = await voidCodesOfBatch(tx, batchId);
  tx.enqueue(countStock, { sku });
  tx.record(batchId, [{ type: "BatchVoided", reason: voided?.voidReason ?? reason, count }]);
  return await answer(tx, voided);
}

async function answer(tx: Tx, batch: Batch | undefined): Promise<Decision<Voided>> {
  assert(batch !== undefined, "under its lock a batch is in the state it was decided from");
  return accepted({ ...batchView(batch), codes: await countsOfBatch(tx, batch.batchId) });
}
