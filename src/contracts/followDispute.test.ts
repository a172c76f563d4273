import { deepEqual, equal } from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import fc from "fast-check";
import { ownerQuery } from "../../test/support/ownerQuery.ts";
import { type PaidPlan, paidPlan } from "../../test/support/paidPlan.ts";
import { REFUND_TERMS, union } from "../../test/support/soldPlan2025.ts";
import { violationsIn } from "../../test/support/soldPlans.ts";
import { type TestApp, testApp } from "../../test/support/testApp.ts";
import type { TestDatabase } from "../../test/support/testDatabase.ts";
import { noteProviderDispute } from "../money/index.ts";

let app: TestApp;
before(async () => {
  app = await testApp({ now: "2025-08-05T12:00:00Z", settings: { programmes: REFUND_TERMS } });
});
after(() => app.stop());

const later = (hours: number): Promise<void> =>
  app.moveTo(app.platform.clock.now().add({ hours }).toString());
const stateOf = async ({ contract }: PaidPlan): Promise<unknown> =>
  (await app.call("staff", `GET /v1/contracts/${contract}`)).body.state;
const disputeOf = async ({ charge }: PaidPlan) => {
  const { body } = await app.call("staff", "GET /v1/disputes?limit=200");
  return (body.data as { id: string; charge: string; state: string }[]).find((one) => one.charge === charge);
};

/** What is in each kind of account by the postings of a plan's order. */
async function ledgerOf({ orderId }: PaidPlan): Promise<Record<string, number>> {
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

describe("a payment that its card holder disputes", () => {
  test("won: the plan gives nothing meanwhile and goes on afterwards", async () => {
    const plan = await paidPlan(app, { ...union, method: "test_dispute_won" });
    const sold = await ledgerOf(plan);
    await later(3 * 24 + 1);
    await app.platform.jobs.drained();
    deepEqual([await stateOf(plan), (await disputeOf(plan))?.state], ["suspended", "opened"]);
    equal((await ledgerOf(plan)).disputed, 4425);
    const refused = await app.call("staff", `POST /v1/contracts/${plan.contract}/cancellation`, {
      ...{ by: "holder", reason: "withdrawal" },
    });
    deepEqual([refused.status, refused.body.code], [409, "payment_disputed"]);
    await later(5 * 24 + 1);
    await app.platform.jobs.drained();
    deepEqual([await stateOf(plan), (await disputeOf(plan))?.state], ["active", "won"]);
    deepEqual(await ledgerOf(plan), sold, "the bank gave it to us again");
  });

  test("lost: the plan ends, and its sale is taken back", async () => {
    const plan = await paidPlan(app, { ...union, method: "test_dispute_lost" });
    await later(9 * 24);
    await app.platform.jobs.drained();
    deepEqual([await stateOf(plan), (await disputeOf(plan))?.state], ["cancelled", "lost"]);
    deepEqual(await ledgerOf(plan), {}, "nothing of it is left in any account");
  });

  test("told by a person, it is noted once; its end too, with what the provider keeps", async () => {
    const plan = await paidPlan(app, union);
    const told = {
      ...{ charge: plan.charge, reason: "not recognised", providerRef: `dp_${plan.orderId}` },
      amount: { amount: 4425, currency: "EUR" },
    };
    equal((await app.call("staff", "POST /v1/disputes", told)).status, 403);
    const above = { ...told, amount: { amount: 4426, currency: "EUR" } };
    equal((await app.call("manager", "POST /v1/disputes", above)).body.code, "dispute_above_captured");
    const opened = await app.call("manager", "POST /v1/disputes", told);
    equal(opened.status, 201, JSON.stringify(opened.body));
    deepEqual((await app.call("manager", "POST /v1/disputes", told)).body, opened.body);
    await app.platform.jobs.drained();
    equal(await stateOf(plan), "suspended");
    const end = () =>
      app.call("manager", `POST /v1/disputes/${opened.body.id}/outcome`, { outcome: "lost", feeMinor: 1500 });
    equal((await end()).status, 200);
    equal((await end()).body.code, "dispute_closed");
    await app.platform.jobs.drained();
    equal(await stateOf(plan), "cancelled");
    deepEqual(await ledgerOf(plan), { provider_costs: 1500, clearing: -1500 });
  });

  test("words of it in any order, twice and late, come to the same books", async () => {
    const word = fc.constantFrom("opened" as const, "won" as const, "lost" as const);
    const property = fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 5 }), async (words) => {
      const plan = await paidPlan(app, union);
      const sold = await ledgerOf(plan);
      const [ref] = await ownerQuery<{ ref: string }>(
        app.database as TestDatabase,
        "select provider_ref as ref from money.provider_ref where root_id = $1",
        [plan.orderId],
      );
      for (const state of words) {
        await noteProviderDispute(app.platform, {
          ...{ provider: "test", providerRef: `dp_${plan.orderId}`, of: ref?.ref ?? "", state },
          ...{ amountMinor: 4425, currency: "EUR", feeMinor: 0, reason: "any", answerBy: null },
        });
        await app.platform.jobs.drained();
      }
      const ended = words.find((state) => state !== "opened") ?? "opened";
      const expected = { opened: "suspended", won: "active", lost: "cancelled" }[ended];
      equal(await stateOf(plan), expected, words.join());
      const books = { opened: { ...sold, clearing: undefined, disputed: 4425 }, won: sold, lost: {} }[ended];
      deepEqual(await ledgerOf(plan), JSON.parse(JSON.stringify(books)), words.join());
    });
    await fc.assert(property, { numRuns: 12 });
  });

  test("and the sweep finds nothing", async () => {
    deepEqual(await violationsIn(app.database as TestDatabase), []);
  });
});
