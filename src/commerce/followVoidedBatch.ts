import { ordersOfStolen, replaceCodes, stolenOfOrder, unfollowedVoids } from "../contracts/index.ts";
import {
  failPoint,
  type Job,
  lockRoot,
  type Queryable,
  systemCaller,
  type Tx,
  transact,
} from "../platform/index.ts";

/** Orders that are looked up at once. */
const SOME = 200;

/** Which batch was taken out of use. */
export interface VoidedBatch {
  readonly batchId: string;
}

/**
 * What follows for those who bought codes of a batch that was taken out of use: each of their unused codes is
 * issued anew, order by order, each in its own transaction. Their sales stand, so no money moves; who would
 * rather have it gives the new code back. A code whose payment is disputed or was paid back is left out.
 */
export const followVoidedBatch: Job<VoidedBatch> = {
  name: "follow_voided_batch",
  async run(platform, { batchId }) {
    let after: string | null = null;
    for (;;) {
      const found = await ordersOfStolen(platform.database, batchId, after, SOME);
      for (const { orderId } of found) {
        await transact(platform, systemCaller, (tx) => reissueOf(tx, orderId));
        failPoint(platform, "stolen_reissued");
      }
      const last = found.at(-1);
      if (last === undefined) {
        return;
      }
      after = last.orderId;
    }
  },
};

/** Batches whose job was lost. */
export async function unfollowedBatches(db: Queryable, before: Temporal.Instant): Promise<VoidedBatch[]> {
  return await unfollowedVoids(db, before);
}

async function reissueOf(tx: Tx, orderId: string): Promise<void> {
  await lockRoot(tx, orderId);
  const stolen = await stolenOfOrder(tx, orderId, tx.at);
  const issued = await replaceCodes(
    tx,
    stolen.map(({ digest }) => digest),
    "stolen",
  );
  if (issued.length > 0) {
    const codes = issued.map(({ lineNo, last4, was }) => ({ lineNo, last4, was }));
    tx.record(orderId, [{ type: "CodeReissued", reason: "stolen", codes }]);
  }
}
