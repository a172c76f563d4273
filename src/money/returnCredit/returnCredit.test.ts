import { deepEqual, equal } from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { type PaidPlan, paidPlan } from "../../../test/support/paidPlan.ts";
import { REFUND_TERMS, union } from "../../../test/support/soldPlan2025.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";

const MIA = "manager mia@example.com";
const MAX = "manager max@example.com";

let app: TestApp;
let plan: PaidPlan;
let credits = 0;
before(async () => {
  const settings = { programmes: REFUND_TERMS, bankIban: "DE89370400440532013000", bankHolder: "Care" };
  app = await testApp({ now: "2025-08-05T12:00:00Z", settings });
  plan = await paidPlan(app, union);
});
after(() => app.stop());

/** Money that came to our bank and names nothing. */
async function nobodys(amount = 500, currency = "EUR", reference = "for the goods"): Promise<string> {
  credits += 1;
  const credit = { bankId: `nobody-${credits}`, bookedOn: "2025-08-05", reference };
  const { body } = await app.call("manager", "POST /v1/bank-credits", {
    credits: [{ ...credit, amount: { amount, currency } }],
  });
  return (body.credits as { id: string }[])[0]?.id ?? "";
}

const giveBack = (id: string, as: Parameters<TestApp["call"]>[0] = MIA, query = "") =>
  app.call(as, `POST /v1/bank-credits/${id}/return${query}`, { reason: "sent to the wrong account" });
const assign = (id: string) =>
  app.call("manager", `POST /v1/bank-credits/${id}/assignment`, { chargeId: plan.charge });
const decide = (id: unknown, decision: string) =>
  app.call(MAX, `POST /v1/refunds/${id}/approval`, { decision, reason: "looked at" });

async function stateOf(id: string): Promise<unknown> {
  const [row] = await ownerQuery<{ state: string }>(
    app.database,
    "select state from money.bank_credit where 'crd_' || credit_id = $1",
    [id],
  );
  return row?.state;
}

/** What is in an account of money that is nobody's. */
async function balanceOf(kind: string, currency: string): Promise<number> {
  const { body } = await app.call("manager", `GET /v1/ledger/accounts?kind=${kind}&programme=none`);
  const rows = body.data as { currency: string; balance: { amount: number } }[];
  return rows.find((row) => row.currency === currency)?.balance.amount ?? 0;
}

describe("money that is nobody's", () => {
  test("goes back by a transfer that a person makes, in a currency nobody is owed", async () => {
    const id = await nobodys(700, "USD");
    deepEqual([await balanceOf("unallocated", "USD"), await balanceOf("bank", "USD")], [700, 700]);
    const tried = await giveBack(id, MIA, "?dryRun=true");
    deepEqual([tried.status, await stateOf(id)], [200, "unallocated"]);
    const asked = await giveBack(id);
    equal(asked.status, 201, JSON.stringify(asked.body));
    const { kind, credit, charge, means, state } = asked.body;
    deepEqual([kind, credit, charge, means, state], ["credit", id, null, "transfer", "approved"]);
    deepEqual([await stateOf(id), await balanceOf("unallocated", "USD")], ["returned", 0]);
    equal((await giveBack(id)).body.code, "credit_returned");
    equal((await assign(id)).body.code, "currency_differs");
    const pay = (body: object) => app.call("manager", `POST /v1/refunds/${asked.body.id}/payment`, body);
    equal((await pay({ means: "provider" })).body.code, "refund_no_provider");
    equal((await pay({ means: "balance" })).body.code, "refund_leaves_us");
    const paid = await pay({ means: "transfer", reference: "SEPA 3" });
    deepEqual([paid.status, paid.body.state], [200, "paid"]);
    deepEqual([await balanceOf("refunds_payable", "USD"), await balanceOf("bank", "USD")], [0, 0]);
    const shown = await app.call("staff", `GET /v1/refunds/${asked.body.id}`);
    equal((shown.body.postings as object[]).length, 2);
  });

  test("is a charge's, or goes back, never both: whoever comes first", async () => {
    for (let round = 0; round < 3; round += 1) {
      const id = await nobodys();
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? giveBack(id) : assign(id))),
      );
      const done = answers.filter(({ status }) => status < 300);
      equal(done.length, 1, JSON.stringify(answers.map(({ status, body }) => [status, body.code])));
      const expected = done[0]?.status === 201 ? "returned" : "assigned";
      equal(await stateOf(id), expected);
      const no = expected === "returned" ? "credit_returned" : "credit_assigned";
      deepEqual([(await assign(id)).body.code, (await giveBack(id)).body.code], [no, no]);
    }
  });

  test("above the limit is sent back by two; declined, it is nobody's again and can be given", async () => {
    const id = await nobodys(900_000);
    const asked = await giveBack(id);
    deepEqual([asked.body.state, asked.body.needsSecondPerson], ["requested", true]);
    equal((await assign(id)).body.code, "credit_returned", "what may go back is given to nobody meanwhile");
    equal(
      (await app.call(MIA, `POST /v1/refunds/${asked.body.id}/approval`, DECLINE)).body.code,
      "same_person",
    );
    equal((await decide(asked.body.id, "decline")).body.state, "declined");
    equal(await stateOf(id), "unallocated");
    const again = await giveBack(id);
    equal((await decide(again.body.id, "approve")).body.state, "approved");
    const listed = await app.call("manager", "GET /v1/bank-credits?state=returned&limit=200");
    equal(
      (listed.body.data as { id: string }[]).some((one) => one.id === id),
      true,
    );
  });

  test("that a provider paid out to us is no payment: it is given to no charge, nor sent back", async () => {
    const id = await nobodys(500, "EUR", "PO-7 Testbank");
    const csv = [
      "id,entry,at,amount,currency,reference,our_key,of,fee,programme",
      "PO-7,payout,2025-08-05T10:00:00Z,5.00,EUR,PO-7,,,,",
    ].join("\n");
    const sent = await app.call("manager", "POST /v1/reports", {
      ...{ kind: "provider", party: "test", from: "2025-08-05", to: "2025-08-05", csv },
    });
    equal(sent.status, 201, JSON.stringify(sent.body));
    await app.platform.jobs.drained();
    equal(await stateOf(id), "paid_out");
    deepEqual(
      [(await assign(id)).body.code, (await giveBack(id)).body.code],
      ["credit_paid_out", "credit_paid_out"],
    );
  });

  test("is sent back by who may, and only where it is there", async () => {
    const id = await nobodys();
    equal((await giveBack(id, "integrator")).status, 403);
    equal((await giveBack(id, "owner ada@example.com")).status, 403);
    equal((await giveBack("crd_01m7ynaym0vqhpgnwdrkms6x8c")).status, 404);
    equal((await giveBack(plan.charge)).status, 404);
    equal((await app.call(MIA, `POST /v1/bank-credits/${id}/return`, {})).status, 400);
    equal(await stateOf(id), "unallocated");
  });
});

const DECLINE = { decision: "decline", reason: "looked at" };

test("and after all that the sweep finds nothing", async () => {
  deepEqual(await violationsIn(app.database), []);
});
