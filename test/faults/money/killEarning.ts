import { equal } from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { createKey } from "../../../src/identity/index.ts";
import {
  beginEarning,
  type ChargeView,
  chargeOf,
  createCharge,
  money,
  settlePayment,
  startPayment,
} from "../../../src/money/index.ts";
import { newId, type Platform, systemCaller, type TestClock, transact } from "../../../src/platform/index.ts";
import { planLines } from "../../support/chargeLines.ts";
import { invariantSweep } from "../../support/invariantSweep.ts";
import type { TestDatabase } from "../../support/testDatabase.ts";
import { testPlatform } from "../../support/testPlatform.ts";
import { lockTestRoot, testRoots } from "../../support/testRoots.ts";
import { serveMoney } from "./servedMoney.ts";

const PER_CHARGE = 100;
/** A sum that no number of days divides: every month has a remainder. */
const NET_MINOR = 4_797;
const SOLD = "2026-01-10T09:00:00Z";
const PERIOD = {
  contractId: "ctr_x_1",
  startsAt: Temporal.Instant.from("2026-01-10T00:00:00Z"),
  endsAt: Temporal.Instant.from("2027-01-10T00:00:00Z"),
};
const LOOKS = 6_000;
const BETWEEN_LOOKS_MS = 20;

/** What stands when all months are over that were to be earned. */
export interface EarningKilled {
  readonly database: TestDatabase;
  readonly sales: number;
  readonly kills: number;
  readonly violations: readonly object[];
}

/** Sells so many plans, then kills the server that earns them at each of these points, one after another. */
export async function killEarning(
  sales: number,
  points: readonly string[],
  until: string,
): Promise<EarningKilled> {
  const { platform, database } = await testPlatform([testRoots, money], { clock: "test" });
  await (platform.clock as TestClock).set(platform.database.pool, Temporal.Instant.from(SOLD));
  for (let sold = 0; sold < sales; sold += PER_CHARGE) {
    await sell(platform);
  }
  const { token } = await transact(platform, systemCaller, (tx) =>
    createKey(tx, { role: "manager", label: "test", email: undefined, createdBy: "system" }, tx.at),
  );
  await platform.jobs.drained();
  await platform.jobs.stop();
  const app = { platform, database, authorization: async () => `Bearer ${token}` };
  for (const point of points) {
    const doomed = await serveMoney(app, { point });
    await doomed.call("manager", "POST /v1/test-clock", { now: until });
    equal(await doomed.died(), "SIGKILL", `it came to ${point}`);
  }
  const server = await serveMoney(app);
  const moved = await server.call("manager", "POST /v1/test-clock", { now: until });
  equal(moved?.status, 200, JSON.stringify(moved?.body));
  await allEarned(platform, until);
  await server.stop();
  return { database, sales, kills: points.length, violations: await invariantSweep(database) };
}

async function sell(platform: Platform): Promise<void> {
  const rootId = newId(platform.clock.now());
  const amount = { amount: PER_CHARGE * NET_MINOR, currency: "EUR" };
  const lines = planLines(PER_CHARGE, amount.amount, 0);
  const { accepted } = await transact(platform, systemCaller, async (tx) => {
    await createCharge(tx, rootId, { purpose: "order", amount, lines });
    await lockTestRoot(tx, rootId);
    const charge = await chargeOf(tx, rootId, 1);
    return await startPayment(tx, charge as NonNullable<typeof charge>, "test_success");
  });
  await settlePayment(platform, systemCaller, accepted as ChargeView);
  await transact(platform, systemCaller, async (tx) => {
    const numbers = Array.from({ length: PER_CHARGE }, (_, place) => place + 1);
    await Promise.all(numbers.map((saleNo) => beginEarning(tx, { rootId, saleNo }, PERIOD)));
  });
}

/** Waits until no sale has a month to earn that is over. */
async function allEarned({ database: { pool } }: Platform, until: string): Promise<void> {
  const text = `select count(*)::integer as left from money.sale
                 where state = 'earning' and earned_until
                   < date_trunc('month', $1::timestamptz at time zone 'UTC') at time zone 'UTC'`;
  for (let looks = 0; ; looks += 1) {
    const { rows } = await pool.query<{ left: number }>(text, [until]);
    if (rows[0]?.left === 0) {
      return;
    }
    equal(looks < LOOKS, true, `${rows[0]?.left} sales were never earned`);
    await setTimeout(BETWEEN_LOOKS_MS);
  }
}

/** Sales whose row is not what its postings say, or which have not earned what all others have. */
export const UNTIED_SALES = `
  select sale.root_id, sale.no, sale.earned_minor, posted.minor
    from money.sale
    left join lateral (
      select coalesce(sum(amount_minor), 0) as minor
        from money.posting
       where posting.root_id = sale.root_id and posting.sale_no = sale.no
         and source like 'sale/%/earned/%'
    ) as posted on true
   where sale.earned_minor <> posted.minor or sale.earned_minor <> $1`;
