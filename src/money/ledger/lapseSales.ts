import assert from "node:assert/strict";
import type { Tx } from "../../platform/index.ts";
import { lapseUnused, lockUnused } from "./lapseStore.ts";
import { postAll } from "./post.ts";

/**
 * Plans that were sold and can never be used any more are earned whole: nothing is owed for them. Sales that
 * are used or given back are left as they are. Their tax stays where it is: a code for one plan in one region
 * is taxed when it is sold. The root is locked by the caller.
 */
export async function lapseSales(tx: Tx, rootId: string, saleNos: readonly number[]): Promise<void> {
  const sales = saleNos.length === 0 ? [] : await lockUnused(tx, rootId, saleNos);
  if (sales.length === 0) {
    return;
  }
  const entries = sales.map(({ no: saleNo, chargeNo, programme, region, currency, deferredMinor }) => {
    const place = { programme, region, currency };
    return {
      rootId,
      source: `sale/${saleNo}/lapsed`,
      postings: [
        {
          debit: { ...place, kind: "deferred_revenue" as const },
          credit: { ...place, kind: "earned_revenue" as const },
          ...{ amountMinor: deferredMinor, saleNo, chargeNo },
        },
      ],
    };
  });
  await postAll(tx, entries);
  const lapsed = await lapseUnused(
    tx,
    rootId,
    sales.map(({ no }) => no),
    tx.at,
  );
  assert(lapsed === sales.length, "locked sales lapse once");
}
