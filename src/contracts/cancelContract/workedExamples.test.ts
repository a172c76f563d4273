import assert, { deepEqual, equal } from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { type PaidPlan, paidPlan, type SoldOnce } from "../../../test/support/paidPlan.ts";
import { REFUND_TERMS, texas, union } from "../../../test/support/soldPlan2025.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";

const apple: SoldOnce = {
  ...texas,
  ...{
    programme: "sample-one-time-transfer",
    version: "1",
    product: "term-2y",
    model: "phone-a",
    netMinor: 12_900,
  },
  concludedAt: "2025-03-10T09:00:00-10:00",
  startsAt: "2025-03-10T00:00:00-10:00",
  endsAt: "2027-03-10T00:00:00-10:00",
  purchase: { country: "US", state: "US-OH" },
};
const quebec: SoldOnce = {
  ...union,
  ...{ region: "CA", zone: "America/Vancouver", currency: "CAD", netMinor: 9_900, taxMinor: 1_483 },
  concludedAt: "2025-09-01T12:00:00-07:00",
  startsAt: "2025-09-01T00:00:00-07:00",
  endsAt: "2027-09-01T00:00:00-07:00",
  purchase: { country: "CA", state: "CA-QC" },
};
/** Terms without a fee in a currency of their own, so that any currency can be paid back. */
const banded: SoldOnce = {
  ...apple,
  ...{ programme: "sample-price-bands", version: "1", product: "banded" },
  endsAt: "2026-03-10T00:00:00-10:00",
};

/**
 * The worked examples of the fact sheet, by their number there: when it is given up, and what comes back.
 */
const examples: readonly {
  readonly name: string;
  readonly sold: SoldOnce;
  readonly at: string;
  readonly told?: object;
  readonly as?: "staff";
  readonly back: number;
  readonly by: string;
}[] = [
  { name: "S59", sold: union, at: "2025-08-11T12:00:00+02:00", back: 4364, by: "eu" },
  {
    name: "S60, on the Monday after a holiday",
    sold: union,
    at: "2025-08-18T20:00:00+02:00",
    back: 4322,
    by: "eu",
  },
  {
    name: "S62, on the thirtieth day",
    sold: texas,
    at: "2025-03-31T12:00:00-10:00",
    back: 23_900,
    by: "us-tx",
  },
  { name: "S62, a day later", sold: texas, at: "2025-04-01T12:00:00-10:00", back: 16_870, by: "us-tx" },
  {
    ...{ name: "S62, less a claim", sold: texas, at: "2025-03-31T12:00:00-10:00", back: 20_000, by: "us-tx" },
    ...{ told: { claimsPaid: { amount: 3900, currency: "USD" } }, as: "staff" },
  },
  { name: "S65", sold: apple, at: "2026-03-10T12:00:00-10:00", back: 5805, by: "terms" },
  { name: "S68, on the tenth day", sold: quebec, at: "2025-09-11T12:00:00-07:00", back: 11_383, by: "ca-qc" },
  {
    ...{
      name: "S68, half a year later and not told",
      at: "2026-03-01T12:00:00-08:00",
      back: 11_383,
      by: "ca-qc",
    },
    sold: { ...quebec, purchase: { ...quebec.purchase, informed: false } },
  },
  {
    ...{ name: "without decimals", at: "2025-04-10T12:00:00-10:00", back: 13_360, by: "terms" },
    sold: { ...banded, currency: "JPY", netMinor: 13_273, taxMinor: 1_327 },
  },
  {
    ...{ name: "with three decimals", at: "2025-04-10T12:00:00-10:00", back: 66_801, by: "terms" },
    sold: { ...banded, currency: "KWD", netMinor: 69_524, taxMinor: 3_477 },
  },
];

describe("what the fact sheet reckons is paid back, posted to the cent", () => {
  let app: TestApp;
  before(async () => {
    app = await testApp({ now: "2025-03-10T12:00:00-10:00", settings: { programmes: REFUND_TERMS } });
  });
  after(() => app.stop());

  for (const { name, sold, at, told = {}, as, back, by } of examples) {
    test(name, async () => {
      const plan = await paidPlan(app, sold);
      await setTime(app, at);
      const body = { by: "holder", reason: "no-longer-wanted", ...told };
      const who = as ?? ("owner ada@example.com" as const);
      const route = `POST /v1/contracts/${plan.contract}/cancellation`;
      const before = await ledgerOf(app, plan);
      const shown = await app.call(who, `${route}?dryRun=true`, body);
      deepEqual(await ledgerOf(app, plan), before, "a dry run posts nothing");
      const { status, body: reply } = await app.call(who, route, body);
      equal(status, 200, JSON.stringify(reply));
      const { refund, receipt } = reply as unknown as Ended;
      deepEqual([refund.amount, receipt.refund.by], [{ amount: back, currency: sold.currency }, by]);
      equal((shown.body.refund as Ended["refund"]).amount.amount, back);
      if (refund.state === "requested") {
        const approval = { decision: "approve", reason: "as the terms say" };
        const approved = await app.call("manager", `POST /v1/refunds/${refund.id}/approval`, approval);
        equal(approved.status, 200, JSON.stringify(approved.body));
      }
      await app.platform.jobs.drained();
      equal((await app.call("staff", `GET /v1/refunds/${refund.id}`)).body.state, "paid");
      const net = Math.round((back * sold.netMinor) / (sold.netMinor + sold.taxMinor));
      const kept = sold.netMinor + sold.taxMinor - back;
      const ledger = await ledgerOf(app, plan);
      deepEqual(
        { ...ledger, tax_payable: ledger.tax_payable ?? 0, earned_revenue: ledger.earned_revenue ?? 0 },
        {
          ...{ clearing: kept, deferred_revenue: 0, refunds_payable: 0 },
          ...{ earned_revenue: net - sold.netMinor, tax_payable: back - net - sold.taxMinor },
        },
        "what stays is earned and taxed, and in the bank's hands",
      );
      deepEqual(await violationsIn(app.database as TestDatabase), []);
    });
  }

  test("S63: paid on the 46th day, a tenth is added and paid beside it", async () => {
    const plan = await paidPlan(app, texas);
    await setTime(app, "2025-04-10T12:00:00-10:00");
    const cancelled = await app.call(
      "owner ada@example.com",
      `POST /v1/contracts/${plan.contract}/cancellation`,
      { by: "holder", reason: "no-longer-wanted" },
    );
    const { refund } = cancelled.body as unknown as Ended;
    deepEqual([refund.amount.amount, refund.state], [16_281, "requested"]);
    await setTime(app, "2025-05-26T12:00:00-10:00");
    const late = await app.call("staff", `GET /v1/refunds/${refund.id}`);
    equal((late.body.penalty as { amount: number }).amount, 1628, "shown while it grows");
    await app.call("manager", `POST /v1/refunds/${refund.id}/approval`, {
      decision: "approve",
      reason: "due",
    });
    await app.platform.jobs.drained();
    const all = await app.call("staff", `GET /v1/refunds?subject=${plan.contract}`);
    const rows = all.body.data as { kind: string; state: string; amount: { amount: number } }[];
    const told = rows.toSorted((one, other) => (one.kind < other.kind ? -1 : 1));
    deepEqual(
      told.map(({ kind, state, amount }) => [kind, state, amount.amount]),
      [
        ["cancellation", "paid", 16_281],
        ["penalty", "paid", 1628],
      ],
    );
    const { penalties, refunds_payable, clearing } = await ledgerOf(app, plan);
    deepEqual([penalties, refunds_payable, clearing], [1628, 0, 23_900 - 16_281 - 1628]);
  });
});

interface Ended {
  readonly refund: {
    readonly id: string;
    readonly state: string;
    readonly amount: { readonly amount: number };
  };
  readonly receipt: { readonly refund: { readonly by: string } };
}

/** Only forward: what falls due on the way is done. */
async function setTime(app: TestApp, at: string): Promise<void> {
  const to = Temporal.Instant.from(at);
  assert("set" in app.platform.clock);
  await app.platform.clock.set(app.platform.database.pool, to);
}

/**
 * What is in each kind of account from the charges of a plan's order, debits above zero; nothing is left
 * out but what is null.
 */
async function ledgerOf(app: TestApp, { orderId }: PaidPlan): Promise<Record<string, number>> {
  const rows = await ownerQuery<{ kind: string; sum: string }>(
    app.database as TestDatabase,
    `select kind, sum(amount)::text as sum
       from (
         select debit_id as account_id, amount_minor as amount from money.posting where root_id = $1
         union all
         select credit_id, -amount_minor from money.posting where root_id = $1
       ) as sides join money.account using (account_id)
      group by kind`,
    [orderId],
  );
  return Object.fromEntries(rows.map(({ kind, sum }) => [kind, Number(sum)]));
}
