import { deepEqual, equal, ok } from "node:assert/strict";
import { after, before, test } from "node:test";
import fc from "fast-check";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { type PaidPlan, paidPlan } from "../../../test/support/paidPlan.ts";
import { REFUND_TERMS, union } from "../../../test/support/soldPlan2025.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import { type Answer, type TestApp, testApp } from "../../../test/support/testApp.ts";

const CAPTURED = 4_425;
const ADA = "owner ada@example.com";
const RUNS = 16;

/** What can happen to a payment, by whom; `which` picks one of those there are. */
const which = fc.nat(3);
const nothing = fc.constant(0);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ does: fc.constant("kindness"), minor: fc.nat(3_000), which }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("cancel"), minor: nothing, which }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constantFrom("won", "lost", "lost"), minor: nothing, which }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constantFrom("approve", "approve", "decline"), minor: nothing, which }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constantFrom("transfer", "balance", "balance", "provider"),
      minor: nothing,
      which,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant("dispute"),
      minor: fc.integer({ min: 500, max: 4_425 }),
      which,
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("payout"), minor: fc.nat(2_000), which }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

let app: TestApp;
let disputes = 0;
before(async () => {
  const settings = { programmes: REFUND_TERMS, refundLimit: "10.00 EUR" };
  app = await testApp({ now: "2025-08-05T12:00:00Z", settings });
});
after(() => app.stop());

/** What the payer has of it by us and by disputes, what is promised, and what waits. */
interface Stand {
  readonly ours: number;
  readonly disputed: number;
  readonly promised: number;
  readonly settled: number;
  readonly balance: number;
}

async function standOf({ orderId, charge }: PaidPlan): Promise<Stand> {
  const [row] = await ownerQuery<Record<keyof Stand, string>>(
    app.database,
    `select coalesce(sum(amount_minor - settled_minor) filter (
              where state = 'paid' and means in ('provider', 'transfer')), 0) as ours,
            (select coalesce(sum(amount_minor), 0) from money.dispute
              where root_id = $1 and state <> 'won') as disputed,
            coalesce(sum(amount_minor) filter (where kind <> 'balance' and state <> 'declined'), 0)
              as promised,
            coalesce(sum(settled_minor), 0) as settled,
            (select coalesce(sum(credit_minor - debit_minor), 0)
               from money.account join money.account_month using (account_id)
              where kind = 'payer_balance' and party = $2) as balance
       from money.refund where root_id = $1`,
    [orderId, charge],
  );
  return Object.fromEntries(Object.entries(row ?? {}).map(([name, sum]) => [name, Number(sum)])) as never;
}

async function idsOf(
  table: "refund" | "dispute",
  { orderId }: PaidPlan,
  states: string[],
): Promise<string[]> {
  const prefix = table === "refund" ? "rfd" : "dsp";
  const rows = await ownerQuery<{ no: number }>(
    app.database,
    `select no from money.${table} where root_id = $1 and state = any($2) order by no`,
    [orderId, states],
  );
  return rows.map(({ no }) => `${prefix}_${orderId}_${no}`);
}

const EUR = (amount: number) => ({ amount, currency: "EUR" });
const picked = (ids: readonly string[], which: number): string => ids[which % ids.length] ?? "none";
const decide = (id: string, decision: string) =>
  app.call("manager max@example.com", `POST /v1/refunds/${id}/approval`, { decision, reason: "so" });
const pay = (id: string, means: string) =>
  app.call("manager", `POST /v1/refunds/${id}/payment`, {
    means,
    ...(means === "transfer" ? { reference: "SEPA 1" } : {}),
  });
const end = (id: string, outcome: string) =>
  app.call("manager", `POST /v1/disputes/${id}/outcome`, { outcome });
const payout = (charge: string, more: object) => {
  const body = { currency: "EUR", means: "transfer", reason: "asked for", ...more };
  return app.call("manager mia@example.com", `POST /v1/payer-balances/${charge}/payout`, body);
};

async function take(plan: PaidPlan, { does, minor, which }: Step): Promise<Answer> {
  const { charge, contract } = plan;
  switch (does) {
    case "kindness": {
      const body = { charge, amount: EUR(minor), reason: "kind" };
      return await app.call("manager mia@example.com", "POST /v1/refunds", body);
    }
    case "cancel": {
      const body = { by: "holder", reason: "no-longer-wanted" };
      return await app.call(ADA, `POST /v1/contracts/${contract}/cancellation`, body);
    }
    case "dispute": {
      disputes += 1;
      const body = { charge, amount: EUR(minor), reason: "fraud", providerRef: `dp_${disputes}` };
      return await app.call("manager", "POST /v1/disputes", body);
    }
    case "payout":
      return await payout(charge, { amount: minor, means: which === 0 ? "provider" : "transfer" });
    case "won":
    case "lost":
      return await end(picked(await idsOf("dispute", plan, ["opened"]), which), does);
    case "approve":
    case "decline":
      return await decide(picked(await idsOf("refund", plan, ["requested"]), which), does);
    default:
      return await pay(picked(await idsOf("refund", plan, ["approved", "failed"]), which), does);
  }
}

/** Ends what is open, agrees to what is asked for, pays what waits: nothing may be in the way. */
async function finish(plan: PaidPlan, outcome: string): Promise<void> {
  for (const id of await idsOf("dispute", plan, ["opened"])) {
    equal((await end(id, outcome)).status, 200);
    await app.platform.jobs.drained();
  }
  const done = async () => {
    for (const id of await idsOf("refund", plan, ["requested"])) {
      const { status, body } = await decide(id, "approve");
      equal(status, 200, JSON.stringify(body));
      await app.platform.jobs.drained();
    }
    for (const id of await idsOf("refund", plan, ["approved", "failed"])) {
      const { status, body } = await pay(id, "transfer");
      equal(status, 200, JSON.stringify(body));
    }
  };
  await done();
  const { balance } = await standOf(plan);
  if (balance > 0) {
    const { status, body } = await payout(plan.charge, {});
    equal(status, 201, JSON.stringify(body));
    await done();
  }
}

/** A bank takes back what it likes, also after we have paid; what we pay never makes it too much. */
function paysTwice(was: Stand, is: Stand): boolean {
  return is.ours > was.ours && is.ours + is.disputed > CAPTURED;
}

test("the judge sees a unit that is paid twice, and none where a bank takes back what was paid", () => {
  const was = { ours: 1_000, disputed: 3_000, promised: 2_000, settled: 0, balance: 0 };
  deepEqual(
    [paysTwice(was, { ...was, ours: 1_426 }), paysTwice(was, { ...was, ours: 1_425 })],
    [true, false],
  );
  equal(paysTwice(was, { ...was, disputed: 4_425 }), false);
});

test("whatever happens to a payment, nobody is paid twice and nothing is kept back", async (t) => {
  let taken = 0;
  let cut = 0;
  const lives = fc.record({
    method: fc.constantFrom("test_success", "test_refund_declined"),
    steps: fc.array(step, { minLength: 12, maxLength: 24 }),
    outcome: fc.constantFrom("won", "lost"),
  });
  const property = fc.asyncProperty(lives, async ({ method, steps, outcome }) => {
    const plan = await paidPlan(app, { ...union, method });
    for (const one of steps) {
      const was = await standOf(plan);
      const { status } = await take(plan, one);
      await app.platform.jobs.drained();
      const is = await standOf(plan);
      ok(status < 500, JSON.stringify(one));
      taken += status < 300 ? 1 : 0;
      ok(!paysTwice(was, is) && is.balance >= 0, JSON.stringify([one, was, is]));
    }
    await finish(plan, outcome);
    const { ours, disputed, promised, settled, balance } = await standOf(plan);
    deepEqual([ours, balance], [promised - settled, 0], "all that was promised, but what banks paid of it");
    ok(settled <= disputed && promised <= CAPTURED);
    cut += settled > 0 ? 1 : 0;
    ok(settled === 0 || ours + disputed >= CAPTURED, "only what was too much is taken off");
  });
  await fc.assert(property, { numRuns: RUNS, seed: 20_261_121, endOnFailure: true });
  t.diagnostic(`${RUNS} payments, ${taken} steps taken, ${cut} with refunds that a bank has paid`);
  ok(cut > 0);
  deepEqual(await violationsIn(app.database), []);
});
