import assert from "node:assert/strict";
import type { Tx } from "../../platform/index.ts";
import { startEarning } from "./saleStore.ts";

/** Which sale: by its number, or the one that a charge for one plan made. */
export type SaleKey =
  | { readonly rootId: string; readonly saleNo: number }
  | { readonly rootId: string; readonly chargeNo: number };

/** The contract that earns a sale, and its period. */
export interface EarningPeriod {
  /** Public id. */
  readonly contractId: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

/**
 * A plan that was sold begins to be earned, because its contract is concluded. One statement; the root need
 * not be locked. Errors: a sale that was used or given back before is a mistake of the caller.
 */
export async function beginEarning(tx: Tx, key: SaleKey, period: EarningPeriod): Promise<void> {
  const { contractId, startsAt, endsAt } = period;
  const [saleNo, chargeNo] = "saleNo" in key ? [key.saleNo, null] : [null, key.chargeNo];
  const begun = await startEarning(tx, key.rootId, saleNo, chargeNo, contractId, startsAt, endsAt, tx.at);
  assert(begun !== undefined, "what earns a sale uses it first");
}
