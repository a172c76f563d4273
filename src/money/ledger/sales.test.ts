import { deepEqual, equal, rejects } from "node:assert/strict";
import { before, test } from "node:test";
import { planLines } from "../../../test/support/chargeLines.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";
import { testPlatform } from "../../../test/support/testPlatform.ts";
import { lockTestRoot, testRoots } from "../../../test/support/testRoots.ts";
import {
  advanceTestClock,
  newId,
  type Platform,
  systemCaller,
  type TestClock,
  transact,
} from "../../platform/index.ts";
import {
  beginEarning,
  type ChargeView,
  chargeOf,
  createCharge,
  money,
  type Sale,
  salesOf,
  settlePayment,
  startPayment,
} from "../index.ts";
import { balanceOf } from "./balanceOf.ts";
import { earnSome } from "./earnSales.ts";

const START = "2026-01-10T09:00:00Z";
let platform: Platform;
let database: TestDatabase;
let clock: TestClock;

before(async () => {
  ({ platform, database } = await testPlatform([testRoots, money], { clock: "test" }));
  clock = platform.clock as TestClock;
  await clock.set(platform.database.pool, Temporal.Instant.from(START));
});

/** Sells so many plans on a root of their own, paid or for nothing. */
async function sell(quantity: number, netMinor: number, taxMinor: number): Promise<string> {
  const rootId = newId(clock.now());
  const amount = { amount: netMinor + taxMinor, currency: "EUR" };
  const lines = planLines(quantity, netMinor, taxMinor);
  await transact(platform, systemCaller, (tx) =>
    createCharge(tx, rootId, { purpose: "order", amount, lines }),
  );
  if (amount.amount > 0) {
    const { accepted } = await transact(platform, systemCaller, async (tx) => {
      await lockTestRoot(tx, rootId);
      const charge = await chargeOf(tx, rootId, 1);
      return await startPayment(tx, charge as NonNullable<typeof charge>, "test_success");
    });
    await settlePayment(platform, systemCaller, accepted as ChargeView);
  }
  return rootId;
}

const begin = (rootId: string, saleNo: number, startsAt: string, endsAt: string) =>
  transact(platform, systemCaller, (tx) =>
    beginEarning(
      tx,
      { rootId, saleNo },
      {
        contractId: "ctr_x_1",
        startsAt: Temporal.Instant.from(startsAt),
        endsAt: Temporal.Instant.from(endsAt),
      },
    ),
  );
const moveTo = (at: string) => advanceTestClock(platform, clock, Temporal.Instant.from(at));
const saleOn = async (rootId: string, no = 1) =>
  (await salesOf(platform.database, rootId)).find((sale) => sale.no === no) as Sale;
const amounts = ({ state, deferredMinor, earnedMinor }: Sale) => [state, deferredMinor, earnedMinor];
const postingsOf = (rootId: string) =>
  ownerQuery<{ source: string; amount: number; at: string }>(
    database,
    `select source, amount_minor::integer as amount,
            to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as at
       from money.posting where root_id = $1 order by no`,
    [rootId],
  );

test("a paid order is posted whole and makes a sale of each plan, to the cent", async () => {
  const rootId = await sell(3, 10_000, 2_300);
  const sales = await salesOf(platform.database, rootId);
  deepEqual(
    sales.map(({ no, netMinor, taxMinor, deferredMinor, state }) => [
      no,
      netMinor,
      taxMinor,
      deferredMinor,
      state,
    ]),
    [
      [1, 3_334, 767, 3_334, "unused"],
      [2, 3_333, 767, 3_333, "unused"],
      [3, 3_333, 766, 3_333, "unused"],
    ],
  );
  deepEqual(
    (await postingsOf(rootId)).map(({ source, amount }) => [source, amount]),
    [
      ["charge/1/captured", 10_000],
      ["charge/1/captured", 2_300],
    ],
  );
});

test("an order of nothing makes its sales too, and posts nothing", async () => {
  const rootId = await sell(2, 0, 0);
  deepEqual((await salesOf(platform.database, rootId)).map(amounts), [
    ["unused", 0, 0],
    ["unused", 0, 0],
  ]);
  deepEqual(await postingsOf(rootId), []);
});

test("a sale is used once, and one that is not there not at all", async () => {
  const rootId = await sell(1, 1_000, 0);
  await begin(rootId, 1, START, "2027-01-10T09:00:00Z");
  await rejects(begin(rootId, 1, START, "2027-01-10T09:00:00Z"), { code: "ERR_ASSERTION" });
  await rejects(begin(rootId, 2, START, "2027-01-10T09:00:00Z"), { code: "ERR_ASSERTION" });
});

test("what a plan earns is booked month by month, in its month, and the rest when it ends", async () => {
  const rootId = await sell(1, 12_000, 2_760);
  await moveTo("2026-02-01T00:00:00Z");
  await begin(rootId, 1, "2026-02-01T00:00:00Z", "2026-06-01T00:00:00Z");
  await moveTo("2026-02-28T23:59:59Z");
  deepEqual(amounts(await saleOn(rootId)), ["earning", 12_000, 0]);
  await moveTo("2026-03-01T00:00:00Z");
  deepEqual(amounts(await saleOn(rootId)), ["earning", 9_200, 2_800]);
  await moveTo("2026-09-01T00:00:00Z");
  deepEqual(amounts(await saleOn(rootId)), ["earned", 0, 12_000]);
  deepEqual(
    (await postingsOf(rootId)).slice(2).map(({ source, amount, at }) => [source, amount, at]),
    [
      ["sale/1/earned/2026-02", 2_800, "2026-02-28 23:59"],
      ["sale/1/earned/2026-03", 3_100, "2026-03-31 23:59"],
      ["sale/1/earned/2026-04", 3_000, "2026-04-30 23:59"],
      ["sale/1/earned/2026-05", 3_100, "2026-05-31 23:59"],
    ],
  );
});

test("what was earned before it began counts in the month that it began", async () => {
  const rootId = await sell(1, 12_000, 0);
  await begin(rootId, 1, "2026-05-01T00:00:00Z", "2027-05-01T00:00:00Z");
  await moveTo("2026-10-01T00:00:00Z");
  deepEqual(amounts(await saleOn(rootId)), ["earning", 6_970, 5_030]);
  deepEqual(
    (await postingsOf(rootId)).slice(1).map(({ source, amount }) => [source, amount]),
    [["sale/1/earned/2026-09", 5_030]],
  );
});

test("killed after any batch and started again, at once by many, it goes on where it was", async () => {
  const roots = await Promise.all(Array.from({ length: 5 }, () => sell(2, 9_999, 0)));
  for (const rootId of roots) {
    await begin(rootId, 1, "2026-10-01T00:00:00Z", "2027-10-01T00:00:00Z");
    await begin(rootId, 2, "2026-10-01T00:00:00Z", "2026-12-15T00:00:00Z");
  }
  // Nobody works while the clock moves: three months wait when it is found out.
  await clock.advance(platform.database.pool, Temporal.Instant.from("2027-01-01T00:00:00Z"));
  equal(await earnSome(platform, 3), 3);
  await Promise.all([earnSome(platform, 50), earnSome(platform, 50), earnSome(platform, 2)]);
  while ((await earnSome(platform, 50)) > 0) {
    // Until none waits.
  }
  for (const rootId of roots) {
    deepEqual(amounts(await saleOn(rootId, 1)), ["earning", 3_740, 1_260]);
    deepEqual(amounts(await saleOn(rootId, 2)), ["earned", 0, 4_999]);
    const months = (await postingsOf(rootId)).slice(1).map(({ source }) => source);
    deepEqual(months.toSorted(), [
      "sale/1/earned/2026-10",
      "sale/1/earned/2026-11",
      "sale/1/earned/2026-12",
      "sale/2/earned/2026-10",
      "sale/2/earned/2026-11",
      "sale/2/earned/2026-12",
    ]);
  }
});

test("in the end deferred is what the sales still owe, and earned is what they earned", async () => {
  const place = { programme: "care", region: "EU", currency: "EUR" };
  const [sums] = await ownerQuery<{ deferred: number; earned: number }>(
    database,
    "select sum(deferred_minor)::integer as deferred, sum(earned_minor)::integer as earned from money.sale",
  );
  const balance = async (kind: "deferred_revenue" | "earned_revenue") =>
    (await balanceOf(platform.database, { ...place, kind })).amount;
  deepEqual(
    [await balance("deferred_revenue"), await balance("earned_revenue")],
    [sums?.deferred, sums?.earned],
  );
});
