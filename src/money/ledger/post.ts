import assert from "node:assert/strict";
import type { Tx } from "../../platform/index.ts";
import type { Account } from "./account.ts";
import { accountIds } from "./accountIds.ts";
import { insertPostings } from "./postingStore.ts";
import { sliceOf } from "./sliceOf.ts";

/** An amount that moves out of one account and into another of the same currency. */
export interface Posting {
  /** What is debited: where it goes to. */
  readonly debit: Account;
  /** What is credited: where it comes from. */
  readonly credit: Account;
  readonly amountMinor: number;
  readonly chargeNo?: number | undefined;
  readonly saleNo?: number | undefined;
}

/** What is posted for one reason. */
export interface Entry {
  readonly rootId: string;
  /** Unique in its root: "charge/1/captured". The same thing is posted once. */
  readonly source: string;
  readonly postings: readonly Posting[];
  /** When it counts; the transaction's instant unless said. */
  readonly at?: Temporal.Instant;
}

/**
 * Posts to the ledger for one reason, on a root the caller has locked. Moves of nothing are left out. One
 * statement once the process knows the accounts. Errors: posting a source twice breaks a key, and the
 * transaction with it.
 */
export async function post(
  tx: Tx,
  rootId: string,
  source: string,
  postings: readonly Posting[],
): Promise<void> {
  await postAll(tx, [{ rootId, source, postings }]);
}

/** Posts for several reasons, also of several roots, all of them locked by the caller, in one statement. */
export async function postAll(tx: Tx, entries: readonly Entry[]): Promise<void> {
  const rows = entries.flatMap(({ rootId, source, postings, at = tx.at }) =>
    postings
      .filter(({ amountMinor }) => amountMinor !== 0)
      .map((posting, index) => ({ ...posting, rootId, source, at, part: index + 1 })),
  );
  if (rows.length === 0) {
    return;
  }
  for (const { debit, credit, amountMinor, source } of rows) {
    assert(Number.isSafeInteger(amountMinor) && amountMinor > 0, `${source} posts ${amountMinor}`);
    assert(debit.currency === credit.currency, `${source} moves ${credit.currency} into ${debit.currency}`);
  }
  const ids = await accountIds(
    tx,
    rows.flatMap(({ debit, credit }) => [debit, credit]),
  );
  await insertPostings(
    tx,
    rows.map(({ rootId }) => rootId),
    rows.map(({ source }) => source),
    rows.map(({ part }) => part),
    rows.map(({ at }) => at),
    rows.map((_, index) => ids[2 * index]),
    rows.map((_, index) => ids[2 * index + 1]),
    rows.map(({ amountMinor }) => amountMinor),
    rows.map(({ debit }) => debit.currency),
    rows.map(({ chargeNo = null }) => chargeNo),
    rows.map(({ saleNo = null }) => saleNo),
    rows.map(({ rootId }) => sliceOf(rootId)),
  );
}
