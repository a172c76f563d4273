import { deepEqual, equal, ok } from "node:assert/strict";
import { before, test } from "node:test";
import { planLines } from "../../../test/support/chargeLines.ts";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";
import { testPlatform } from "../../../test/support/testPlatform.ts";
import { lockTestRoot, testRoots } from "../../../test/support/testRoots.ts";
import {
  lockRoot,
  type Module,
  newId,
  type Platform,
  systemCaller,
  type TestClock,
  type Tx,
  transact,
} from "../../platform/index.ts";
import { beginEarning, createCharge, startPayment } from "../index.ts";
import { resolvePayment } from "../resolvePayment.ts";
import { earnSome } from "./earnSales.ts";

const ROOTS = 30;
const NET = 12_000;

/** Roots that can be told to lose the connection of whoever locks one of them. */
let cutNext = false;
const cuttingRoots: Module = {
  ...testRoots,
  lockRoot: async (tx, rootId) => {
    if (cutNext) {
      cutNext = false;
      const { rows } = await tx.query({ name: "own_backend", text: "select pg_backend_pid() as pid" }, []);
      await ownerQuery(database, "select pg_terminate_backend($1::integer)", [
        (rows as { pid: number }[])[0]?.pid,
      ]);
    }
    return await lockTestRoot(tx, rootId);
  },
};

let platform: Platform;
let database: TestDatabase;
let roots: readonly string[];

before(async () => {
  ({ platform, database } = await testPlatform([cuttingRoots], { clock: "test" }));
  const clock = platform.clock as TestClock;
  await clock.set(platform.database.pool, Temporal.Instant.from("2026-10-01T00:00:00Z"));
  roots = await Promise.all(Array.from({ length: ROOTS }, () => sell()));
  await clock.advance(platform.database.pool, Temporal.Instant.from("2027-01-01T00:00:00Z"));
});

/** A plan of a year that was sold and has begun. */
async function sell(): Promise<string> {
  const rootId = newId(platform.clock.now());
  const amount = { amount: NET, currency: "EUR" };
  await transact(platform, systemCaller, async (tx) => {
    const charge = await createCharge(tx, rootId, { purpose: "order", amount, lines: planLines(1, NET, 0) });
    await startPayment(tx, charge, "test_success");
  });
  await resolvePayment.run(platform, { rootId, about: "charge", no: 1, attemptNo: 1 });
  await transact(platform, systemCaller, async (tx) => {
    await lockRoot(tx, rootId);
    const period = { startsAt: platform.clock.now(), endsAt: Temporal.Instant.from("2027-10-01T00:00:00Z") };
    await beginEarning(tx, { rootId, saleNo: 1 }, { contractId: `ctr_${rootId}_1`, ...period });
  });
  return rootId;
}

/** Counts transactions that the database ends because they wait for each other in a ring. */
function rings(): () => number {
  const { pool } = platform.database;
  const connect = pool.connect.bind(pool) as (...told: unknown[]) => Promise<object>;
  const seen = new WeakSet<object>();
  let count = 0;
  pool.connect = (async (...told: unknown[]) => {
    if (told.length > 0) {
      // The pool's own way to send one statement.
      return await connect(...told);
    }
    const client = (await connect()) as { query: (...sent: unknown[]) => Promise<unknown> };
    if (!seen.has(client)) {
      seen.add(client);
      const query = client.query.bind(client);
      client.query = (...sent) =>
        query(...sent).catch((error: { code?: string }) => {
          count += error.code === "40P01" ? 1 : 0;
          throw error;
        });
    }
    return client;
  }) as unknown as typeof pool.connect;
  return () => count;
}

async function lockBoth(first: string, second: string, meanwhile = async (): Promise<void> => undefined) {
  await transact(platform, systemCaller, async (tx: Tx) => {
    await lockRoot(tx, first);
    await meanwhile();
    await lockRoot(tx, second);
  });
}

test("the control: two that lock the same roots in other orders are seen to wait in a ring", async () => {
  const [one = "", other = ""] = roots;
  const seen = rings();
  let here = 0;
  const both = Promise.withResolvers<void>();
  const meet = async () => {
    here += 1;
    if (here >= 2) {
      both.resolve();
    }
    await both.promise;
  };
  await Promise.all([lockBoth(one, other, meet), lockBoth(other, one, meet)]);
  ok(seen() >= 1, `${seen()}`);
});

test("workers at once, one of them cut off, and others on the roots: no ring, all earned once", async () => {
  const seen = rings();
  const worker = async (most: number) => {
    while ((await earnSome(platform, most)) > 0) {
      // Until none waits.
    }
  };
  const ordered = roots.toSorted();
  const rival = async (step: number) => {
    for (let no = 0; no < ordered.length; no += step) {
      await lockBoth(ordered[no] as string, ordered[Math.max(no, ordered.length - 1 - no)] as string);
    }
  };
  cutNext = true;
  await Promise.all([worker(7), worker(7), worker(11), rival(1), rival(2)]);
  equal(cutNext, false, "one was cut in the middle");
  equal(seen(), 0);
  const sums = await ownerQuery(
    database,
    `select distinct (select count(*)::integer from money.posting
                       where posting.root_id = sale.root_id and source like 'sale/1/earned/%') as months,
            earned_minor::integer as earned
       from money.sale`,
  );
  deepEqual(sums, [{ months: 3, earned: 3_024 }]);
  deepEqual(await invariantSweep(database), []);
});
