import {
  type DeadlineKind,
  failPoint,
  type Job,
  lockRoot,
  type Platform,
  systemCaller,
  type Tx,
  transact,
} from "../../platform/index.ts";
import { type Entry, postAll } from "./post.ts";
import { nextMonth, type Releases, releasesDue, thisMonth } from "./releasesDue.ts";
import type { Sale } from "./sale.ts";
import { lockSalesToEarn, salesToEarn, saveEarned } from "./saleStore.ts";

/** Sales in one transaction, and transactions in one job: a job ends long before it is taken for dead. */
const BATCH = 200;
const BATCHES = 25;

/** Where the ledger's own deadline and events stand: it is no device and no order. */
export const LEDGER = "ledger";

/**
 * Books what plans have earned in the months that are over. It takes the sales that wait longest, some at a
 * time, and ends when none waits: killed at any point and started again, it goes on where it was.
 */
export const earnSales: Job<Record<string, never>> = {
  name: "earn_sales",
  async run(platform) {
    for (let batch = 1; batch <= BATCHES; batch += 1) {
      const isLast = batch === BATCHES;
      if ((await earnSome(platform, BATCH, isLast)) === 0) {
        return;
      }
    }
  },
};

/** When a month is over its earnings are booked, and the next one is waited for. */
export const monthEnds: DeadlineKind = {
  kind: "month_ends",
  async run(tx) {
    tx.enqueue(earnSales, {});
    tx.schedule(LEDGER, "month_ends", "month", nextMonth(tx.at));
  },
};

/**
 * Earns so many sales in one transaction; answers with how many there were. `goesOn`: another job follows
 * this one.
 */
export async function earnSome(platform: Platform, most: number, goesOn = false): Promise<number> {
  const earned = await transact(platform, systemCaller, async (tx) => {
    const month = thisMonth(tx.at);
    const waiting = await salesToEarn(tx, month, most);
    // Roots before sales, and in order, as everywhere.
    await Promise.all(
      [...new Set(waiting.map(({ rootId }) => rootId))].toSorted().map((id) => lockRoot(tx, id)),
    );
    const locked = await lockSalesToEarn(
      tx,
      month,
      waiting.map(({ rootId }) => rootId),
      waiting.map(({ no }) => no),
    );
    await book(
      tx,
      locked.map((sale) => ({ sale, due: releasesDue(sale, tx.at) })),
    );
    if (goesOn && waiting.length > 0) {
      tx.enqueue(earnSales, {});
    }
    failPoint(platform, "sales_saved");
    return waiting.length;
  });
  failPoint(platform, "sales_earned");
  return earned;
}

interface Earning {
  readonly sale: Sale;
  readonly due: Releases;
}

async function book(tx: Tx, earnings: readonly Earning[]): Promise<void> {
  if (earnings.length === 0) {
    return;
  }
  await Promise.all([
    postAll(tx, earnings.flatMap(entriesOf)),
    saveEarned(
      tx,
      earnings.map(({ sale }) => sale.rootId),
      earnings.map(({ sale }) => sale.no),
      earnings.map(({ due }) => due.releases.reduce((sum, { amountMinor }) => sum + amountMinor, 0)),
      earnings.map(({ due }) => due.earnedUntil),
      earnings.map(({ due }) => due.state),
    ),
  ]);
}

function entriesOf({ sale, due }: Earning): Entry[] {
  const { rootId, no: saleNo, chargeNo, programme, region, currency } = sale;
  const place = { programme, region, currency };
  return due.releases.map(({ month, at, amountMinor }) => ({
    rootId,
    source: `sale/${saleNo}/earned/${month}`,
    at,
    postings: [
      {
        debit: { ...place, kind: "deferred_revenue" },
        credit: { ...place, kind: "earned_revenue" },
        ...{ amountMinor, saleNo, chargeNo },
      },
    ],
  }));
}
