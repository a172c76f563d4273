import { availableParallelism, loadavg } from "node:os";
import {
  type Account,
  accountId,
  balanceOf,
  type Posting,
  post,
  sliceOf,
} from "../../src/money/ledger/index.ts";
import { listAccounts } from "../../src/money/ledger/listAccounts.ts";
import { answer, newId, systemCaller, transact } from "../../src/platform/index.ts";
import { closedLoop, type LoadResult } from "../activation/load.ts";
import { type BenchLedger, openBenchLedger } from "./benchLedger.ts";
import { loadPostings } from "./loadPostings.ts";
import { openRaw, postRaw } from "./rawPosting.ts";

/** How much is done. `--short` is for a look, not for a figure. */
const short = process.argv.includes("--short");
const PER_ROUND = short ? 300 : 3_000;
const ROUNDS = short ? 3 : 5;
const LANES = 8;
const MANY = short ? 100_000 : 5_000_000;
/** So many that a hundredth of them is no single one. */
const READS = 2_000;
/** What a captured plan posts: its net amount and its tax. */
const POSTINGS_EACH = 2;

const place = { programme: "bench", region: "EU", currency: "EUR" };
const clearing: Account = { ...place, kind: "clearing", party: "test" };
const deferred: Account = { ...place, kind: "deferred_revenue" };
const tax: Account = { ...place, kind: "tax_payable", party: "vat" };
const manyDebit: Account = { ...clearing, programme: "many" };
const manyCredit: Account = { ...deferred, programme: "many" };
const captured: readonly Posting[] = [
  { debit: clearing, credit: deferred, amountMinor: 3_627, chargeNo: 1 },
  { debit: clearing, credit: tax, amountMinor: 798, chargeNo: 1 },
];

interface Taken {
  readonly firstMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

async function byPost({ platform }: BenchLedger): Promise<LoadResult> {
  const capture = async (): Promise<boolean> => {
    const rootId = newId(platform.clock.now());
    await transact(platform, systemCaller, (tx) => post(tx, rootId, "charge/1/captured", captured));
    return true;
  };
  return await closedLoop(
    PER_ROUND,
    Array.from({ length: LANES }, () => capture),
  );
}

async function byHand({ platform, connection }: BenchLedger): Promise<LoadResult> {
  const clients = await Promise.all(Array.from({ length: LANES }, () => openRaw(connection)));
  const ids = { clearing: accountId(clearing), deferred: accountId(deferred), tax: accountId(tax) };
  const result = await closedLoop(
    PER_ROUND,
    clients.map((client) => async () => {
      const rootId = newId(platform.clock.now());
      return await postRaw(client, ids, { rootId, net: 3_627, vat: 798, slice: sliceOf(rootId) });
    }),
  );
  await Promise.all(clients.map((client) => client.end()));
  return result;
}

/** How long a read takes: the first by itself, on a connection that has not asked it before. */
async function timed(read: () => Promise<unknown>): Promise<Taken> {
  const began = performance.now();
  await read();
  const firstMs = round(performance.now() - began);
  const took: number[] = [];
  for (let no = 0; no < READS; no += 1) {
    const from = performance.now();
    await read();
    took.push(performance.now() - from);
  }
  took.sort((one, other) => one - other);
  const at = (share: number): number => round(took[Math.min(READS - 1, Math.floor(READS * share))] as number);
  return { firstMs, p50Ms: at(0.5), p99Ms: at(0.99), maxMs: at(1) };
}

async function main(): Promise<void> {
  const ledger = await openBenchLedger(LANES);
  const { platform } = ledger;
  try {
    await transact(platform, systemCaller, (tx) =>
      post(tx, newId(platform.clock.now()), "charge/1/captured", [
        ...captured,
        { debit: manyDebit, credit: manyCredit, amountMinor: 1 },
      ]),
    );
    const rounds: { readonly ours: number; readonly raw: number }[] = [];
    for (let no = 0; no <= ROUNDS; no += 1) {
      const [raw, ours] = [await byHand(ledger), await byPost(ledger)].map(
        (one) => one.perSecond * POSTINGS_EACH,
      );
      // The first one fills caches and is not counted.
      if (no > 0) {
        rounds.push({ ours: ours as number, raw: raw as number });
        console.log(`round ${no}: ${ours?.toFixed(0)} postings/s by post, ${raw?.toFixed(0)} by hand`);
      }
    }
    await loadPostings(ledger.connection, {
      debit: accountId(manyDebit),
      credit: accountId(manyCredit),
      count: MANY,
    });
    const balance = await timed(() => balanceOf(platform.database, manyDebit));
    console.log(
      `balance of an account with ${MANY.toLocaleString("en")} postings: ${JSON.stringify(balance)} ms`,
    );
    const asOf = platform.clock
      .now()
      .subtract({ hours: 24 * 45 })
      .toString();
    const listed = await timed(() =>
      answer(
        platform,
        systemCaller,
        { ...listAccounts, permission: "order.read" },
        { programme: "many", asOf },
      ),
    );
    console.log(`both of its accounts as of an instant: ${JSON.stringify(listed)} ms`);
    console.log(JSON.stringify(summary(rounds, balance, listed)));
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  } finally {
    await ledger.stop();
  }
}

function summary(
  rounds: readonly { readonly ours: number; readonly raw: number }[],
  balance: object,
  listed: object,
): object {
  const ratios = rounds.map(({ ours, raw }) => ours / raw).toSorted((one, other) => one - other);
  const middle = (all: readonly number[]): number =>
    round(all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] as number);
  return {
    name: "ledger",
    ratio: middle(ratios),
    figures: {
      postingsPerSecond: middle(rounds.map(({ ours }) => ours)),
      rawPostingsPerSecond: middle(rounds.map(({ raw }) => raw)),
      balanceMs: balance,
      asOfMs: listed,
    },
    ratios: { each: ratios.map(round) },
    n: {
      rounds: ROUNDS,
      postingsPerRound: PER_ROUND * POSTINGS_EACH,
      lanes: LANES,
      postings: MANY,
      reads: READS,
    },
    conditions: {
      cores: availableParallelism(),
      load: loadavg()[0],
      runtime: process.version,
      reads: "one after another; what was loaded is on disk before, by vacuum and checkpoint",
      shared: "generator and database on the same cores; fsync on; both commit two postings at a time",
    },
  };
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}

await main();
