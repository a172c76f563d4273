import { deepEqual, equal } from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { ownerQuery } from "../../test/support/ownerQuery.ts";
import { type PaidPlan, paidPlan } from "../../test/support/paidPlan.ts";
import { dear, REFUND_TERMS, union } from "../../test/support/soldPlan2025.ts";
import { violationsIn } from "../../test/support/soldPlans.ts";
import { type TestApp, testApp } from "../../test/support/testApp.ts";
import type { TestDatabase } from "../../test/support/testDatabase.ts";

let app: TestApp;
before(async () => {
  app = await testApp({ now: "2025-08-05T12:00:00Z", settings: { programmes: REFUND_TERMS } });
});
after(() => app.stop());

const stateOf = async ({ contract }: PaidPlan): Promise<unknown> =>
  (await app.call("staff", `GET /v1/contracts/${contract}`)).body.state;

/** A manager notes a dispute of a plan's payment. */
async function dispute({ charge, orderId }: PaidPlan, name: string, amount: number, currency = "EUR") {
  const told = { charge, amount: { amount, currency }, reason: "not recognised" };
  const noted = await app.call("manager", "POST /v1/disputes", {
    ...told,
    providerRef: `${name}_${orderId}`,
  });
  await app.platform.jobs.drained();
  return noted;
}

async function end(id: unknown, outcome: "won" | "lost"): Promise<void> {
  equal((await app.call("manager", `POST /v1/disputes/${id}/outcome`, { outcome })).status, 200);
  await app.platform.jobs.drained();
}

const kindness = ({ charge }: PaidPlan, amount: number, currency = "EUR") =>
  app.call("manager", "POST /v1/refunds", { charge, amount: { amount, currency }, reason: "kind" });

/** The holder gives a plan up, and its refund waits for a second person. */
async function cancelled({ contract }: PaidPlan) {
  const { body } = await app.call("owner ada@example.com", `POST /v1/contracts/${contract}/cancellation`, {
    ...{ by: "holder", reason: "no-longer-wanted" },
  });
  return body.refund as { id: string; state: string };
}

const dealWith = (id: string, decision: "approve" | "decline") =>
  app.call("manager", `POST /v1/refunds/${id}/approval`, { decision, reason: "looked at" });

/** What the accounts hold of a plan's money, those apart that hold nothing. */
async function booksOf({ orderId }: PaidPlan): Promise<Record<string, number>> {
  const rows = await ownerQuery<{ kind: string; sum: string }>(
    app.database as TestDatabase,
    `select kind, sum(amount)::text as sum
       from (select debit_id as account_id, amount_minor as amount from money.posting where root_id = $1
             union all
             select credit_id, -amount_minor from money.posting where root_id = $1) as sides
       join money.account using (account_id)
      group by kind having sum(amount) <> 0`,
    [orderId],
  );
  return Object.fromEntries(rows.map(({ kind, sum }) => [kind, Number(sum)]));
}

describe("a payment that is disputed and paid back", () => {
  test("gives no more than was captured while it is disputed, nor after it is lost", async () => {
    const plan = await paidPlan(app, union);
    const { body } = await dispute(plan, "one", 4000);
    equal((await kindness(plan, 426)).body.code, "refund_above_captured");
    equal((await kindness(plan, 425)).status, 201);
    await end(body.id, "lost");
    equal((await kindness(plan, 1)).body.code, "refund_above_captured");
    equal(await stateOf(plan), "cancelled");
  });

  test("is neither disputed nor paid back by nothing", async () => {
    const plan = await paidPlan(app, union);
    for (const { status, body } of [await dispute(plan, "none", 0), await kindness(plan, 0)]) {
      deepEqual([status, (body.errors as { code: string }[])[0]?.code], [400, "nothing_asked"]);
    }
  });

  test("can be disputed in parts, not beyond what was captured", async () => {
    const plan = await paidPlan(app, union);
    const first = await dispute(plan, "one", 4000);
    equal((await dispute(plan, "two", 426)).body.code, "dispute_above_captured");
    const second = await dispute(plan, "two", 425);
    equal(second.status, 201);
    await end(first.body.id, "won");
    equal(await stateOf(plan), "suspended", "the other dispute is open");
    await end(second.body.id, "won");
    equal(await stateOf(plan), "active");
  });

  test("ends its plan where kindness came before, and the rest is our cost", async () => {
    const plan = await paidPlan(app, union);
    equal((await kindness(plan, 1000)).status, 201);
    const { body } = await dispute(plan, "one", 4425);
    await end(body.id, "lost");
    equal(await stateOf(plan), "cancelled");
  });

  test("a refund that waits for a second person is agreed to only when that was won", async () => {
    const plan = await paidPlan(app, dear);
    const asked = await app.call("staff", "POST /v1/refunds", {
      ...{ charge: plan.charge, amount: { amount: 23_900, currency: "USD" }, reason: "kind" },
    });
    equal(asked.body.state, "requested");
    const { body } = await dispute(plan, "one", 23_900, "USD");
    const agree = () =>
      app.call("manager", `POST /v1/refunds/${asked.body.id}/approval`, {
        ...{ decision: "approve", reason: "it is right" },
      });
    equal((await agree()).body.code, "refund_above_captured");
    await end(body.id, "won");
    equal((await agree()).body.state, "approved");
    await app.platform.jobs.drained();
  });

  test("settles by its loss a refund that waits: nothing is paid twice, the plan ends", async () => {
    const plan = await paidPlan(app, dear);
    const refund = await cancelled(plan);
    equal(refund.state, "requested");
    const { body } = await dispute(plan, "one", 23_900, "USD");
    equal((await dealWith(refund.id, "approve")).body.code, "refund_above_captured");
    await end(body.id, "lost");
    const settled = (await app.call("staff", `GET /v1/refunds/${refund.id}`)).body;
    deepEqual([settled.state, settled.means, settled.decidedBy], ["paid", "dispute", "dispute"]);
    equal((await dealWith(refund.id, "decline")).body.code, "refund_decided");
    equal(await stateOf(plan), "cancelled");
    deepEqual(await booksOf(plan), {}, "the bank has paid what we owed, and it has cost us nothing more");
    equal((await kindness(plan, 1, "USD")).body.code, "refund_above_captured");
  });

  test("settles by its loss a refund that its provider could not pay", async () => {
    const plan = await paidPlan(app, { ...union, method: "test_refund_declined" });
    const refund = await cancelled(plan);
    await app.platform.jobs.drained();
    equal((await app.call("staff", `GET /v1/refunds/${refund.id}`)).body.state, "failed");
    const { body } = await dispute(plan, "one", 4425);
    await end(body.id, "lost");
    const settled = (await app.call("staff", `GET /v1/refunds/${refund.id}`)).body;
    deepEqual([settled.state, settled.means], ["paid", "dispute"]);
    const again = { means: "transfer", reference: "SEPA 1" };
    const { body: no } = await app.call("manager", `POST /v1/refunds/${refund.id}/payment`, again);
    equal(no.code, "refund_not_waiting");
    const { refunds_payable: owed = 0, disputed = 0 } = await booksOf(plan);
    deepEqual([owed, disputed, await stateOf(plan)], [0, 0, "cancelled"]);
  });

  test("leaves a refund alone while the dispute is open, or when it was won", async () => {
    const plan = await paidPlan(app, dear);
    const refund = await cancelled(plan);
    const { body } = await dispute(plan, "one", 23_900, "USD");
    equal((await app.call("staff", `GET /v1/refunds/${refund.id}`)).body.state, "requested");
    await end(body.id, "won");
    equal((await dealWith(refund.id, "approve")).body.state, "approved");
    await app.platform.jobs.drained();
    equal((await app.call("staff", `GET /v1/refunds/${refund.id}`)).body.means, "provider");
  });

  test("corrects no more tax than was charged where kindness came before its loss", async () => {
    const plan = await paidPlan(app, union);
    for (const amount of [3, 3, 3, 1, 1]) {
      equal((await kindness(plan, amount)).status, 201);
    }
    const { body } = await dispute(plan, "one", 4425);
    await end(body.id, "lost");
    const { tax_payable: tax = 0 } = await booksOf(plan);
    equal(tax, 0, "all of it, and not a cent more");
  });

  test("and the sweep finds nothing", async () => {
    deepEqual(await violationsIn(app.database as TestDatabase), []);
  });
});
