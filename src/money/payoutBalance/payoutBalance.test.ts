import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { type PaidPlan, paidPlan } from "../../../test/support/paidPlan.ts";
import { dear, REFUND_TERMS, union } from "../../../test/support/soldPlan2025.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import { type Answer, type TestApp, testApp } from "../../../test/support/testApp.ts";
import { listMail } from "../../platform/index.ts";

const MIA = "manager mia@example.com";
const MIA_AGAIN = "manager mia@example.com again";
const MAX = "manager max@example.com";

let app: TestApp;
let credits = 0;
before(async () => {
  const settings = { programmes: REFUND_TERMS, bankIban: "DE89370400440532013000", bankHolder: "Care" };
  app = await testApp({ now: "2025-08-05T12:00:00Z", settings });
});
after(() => app.stop());

/** Money that came by the bank for a charge that is paid: it is the payer's. */
async function overpaid(plan: PaidPlan, amount: number, currency = "EUR"): Promise<void> {
  credits += 1;
  const credit = { bankId: `over-${credits}`, bookedOn: "2025-08-05", reference: "again" };
  const booked = await app.call("manager", "POST /v1/bank-credits", {
    credits: [{ ...credit, amount: { amount, currency } }],
  });
  const [{ id = "" } = {}] = booked.body.credits as { id?: string }[];
  const given = await app.call("manager", `POST /v1/bank-credits/${id}/assignment`, {
    chargeId: plan.charge,
  });
  equal(given.status, 200, JSON.stringify(given.body));
}

/** A refund of all of a plan that was put into the payer's balance. */
async function intoBalance(sold: Parameters<typeof paidPlan>[1]): Promise<PaidPlan> {
  const plan = await paidPlan(app, { ...sold, method: "test_refund_declined" });
  const ended = { by: "holder", reason: "no-longer-wanted" };
  const { body } = await app.call(
    "owner ada@example.com",
    `POST /v1/contracts/${plan.contract}/cancellation`,
    ended,
  );
  await app.platform.jobs.drained();
  const put = await app.call("manager", `POST /v1/refunds/${(body.refund as { id: string }).id}/payment`, {
    means: "balance",
  });
  equal(put.body.state, "paid", JSON.stringify(put.body));
  return plan;
}

const payout = (plan: PaidPlan, more: object = {}, as: Parameters<TestApp["call"]>[0] = MIA, query = "") =>
  app.call(as, `POST /v1/payer-balances/${plan.charge}/payout${query}`, {
    ...{ currency: "EUR", means: "transfer", reason: "asked for", ...more },
  });

/** What the list says of a payer: amount, what can be paid out, what by the provider. */
async function listed({ charge }: PaidPlan): Promise<number[] | undefined> {
  const { body } = await app.call("manager", `GET /v1/payer-balances?party=${charge}`);
  const [row] = body.data as Record<"amount" | "payable" | "byProvider", { amount: number }>[];
  return row && [row.amount.amount, row.payable.amount, row.byProvider.amount];
}

const pointersIn = ({ body }: Answer): unknown[] =>
  ((body.errors ?? []) as { pointer: string }[]).map(({ pointer }) => pointer);

/** What is in the accounts of a payment by kind, those apart that hold nothing. */
async function booksOf({ orderId }: PaidPlan): Promise<Record<string, number>> {
  const rows = await ownerQuery<{ kind: string; sum: string }>(
    app.database,
    `select kind, sum(amount)::text as sum
       from (select debit_id as account_id, amount_minor as amount from money.posting where root_id = $1
             union all
             select credit_id, -amount_minor from money.posting where root_id = $1) as sides
       join money.account using (account_id)
      where kind in ('payer_balance', 'refunds_payable', 'bank', 'provider_costs', 'unallocated')
      group by kind having sum(amount) <> 0`,
    [orderId],
  );
  return Object.fromEntries(rows.map(({ kind, sum }) => [kind, Number(sum)]));
}

describe("what a payer has with us", () => {
  test("that came by the bank is paid out by a transfer, once, and by no provider", async () => {
    const plan = await paidPlan(app, union);
    equal(await listed(plan), undefined);
    deepEqual((await payout(plan)).body.code, "balance_empty");
    await overpaid(plan, 700);
    deepEqual(await listed(plan), [700, 700, 0]);
    equal((await payout(plan, { amount: 701 })).body.code, "above_balance");
    equal((await payout(plan, { means: "provider" })).body.code, "balance_not_by_provider");
    const tried = await payout(plan, {}, MIA, "?dryRun=true");
    deepEqual([tried.status, (tried.body.amount as { amount: number }).amount], [200, 700]);
    deepEqual(await listed(plan), [700, 700, 0], "a try changes nothing");

    const asked = await payout(plan, { amount: 500 });
    equal(asked.status, 201, JSON.stringify(asked.body));
    const { id, kind, state, means, charge } = asked.body;
    deepEqual([kind, state, means, charge], ["balance", "approved", "transfer", plan.charge]);
    deepEqual(await listed(plan), [200, 200, 0], "what is promised is out of it at once");
    const orders = await app.call("staff", "GET /v1/refunds?state=approved&means=transfer&kind=balance");
    equal((orders.body.data as object[]).length, 1, "it is among the transfers to make");
    const pay = (body: object) => app.call("manager", `POST /v1/refunds/${id}/payment`, body);
    equal((await pay({ means: "balance" })).body.code, "refund_leaves_us");
    equal((await pay({ means: "provider" })).body.code, "refund_no_provider");
    equal((await pay({ means: "transfer", reference: "SEPA 7" })).body.state, "paid");
    equal((await pay({ means: "transfer", reference: "SEPA 8" })).body.code, "refund_not_waiting");
    deepEqual(await booksOf(plan), { bank: -500, payer_balance: -200, unallocated: 700 });
    const told = await ownerQuery<{ type: string; actor: string }>(
      app.database,
      `select type, actor from platform.event
        where root_id = $1 and body ->> 'kind' = 'balance' order by seq`,
      [plan.orderId],
    );
    deepEqual(
      told.map(({ type }) => type),
      ["RefundRequested", "RefundApproved", "RefundPaid"],
    );
    match(told[0]?.actor ?? "", /^key:/);
  });

  test("that a refund has put there is given back by its provider, no more than came from it", async () => {
    const plan = await intoBalance({ ...union });
    await overpaid(plan, 100);
    deepEqual(await listed(plan), [4_501, 4_501, 4_401]);
    equal((await payout(plan, { means: "provider", amount: 4_402 })).body.code, "balance_not_by_provider");
    const asked = await payout(plan, { means: "provider", amount: 4_000 });
    equal(asked.status, 201, JSON.stringify(asked.body));
    await app.platform.jobs.drained();
    const failed = await app.call("staff", `GET /v1/refunds/${asked.body.id}`);
    equal(failed.body.state, "failed", "this card takes nothing back: a person pays it otherwise");
    deepEqual(await listed(plan), [501, 501, 401]);
    const transfer = { means: "transfer", reference: "SEPA 9" };
    equal(
      (await app.call("manager", `POST /v1/refunds/${asked.body.id}/payment`, transfer)).body.state,
      "paid",
    );
  });

  test("above the limit needs another person, also in parts; declined, it is there again", async () => {
    const plan = await paidPlan(app, dear);
    await overpaid(plan, 20_000, "USD");
    const usd = { currency: "USD" };
    const limit = Number(/([\d.]+) USD/.exec(app.platform.config.refundLimit)?.[1]) * 100;
    const small = await payout(plan, { ...usd, amount: limit });
    deepEqual([small.body.state, small.body.needsSecondPerson], ["approved", false]);
    const more = await payout(plan, { ...usd, amount: 1 });
    deepEqual([more.body.state, more.body.needsSecondPerson], ["requested", true]);
    const decide = (as: typeof MIA | typeof MIA_AGAIN | typeof MAX, decision: string) =>
      app.call(as, `POST /v1/refunds/${more.body.id}/approval`, { decision, reason: "looked at" });
    equal((await decide(MIA, "approve")).body.code, "same_person");
    equal((await decide(MIA_AGAIN, "approve")).body.code, "same_person", "another key is no other person");
    equal((await decide(MAX, "decline")).body.state, "declined");
    deepEqual(await listed(plan), [20_000 - limit, 20_000 - limit, 0]);
  });

  test("is paid out once, however many ask at once", async () => {
    const plan = await paidPlan(app, union);
    await overpaid(plan, 1_000);
    const answers = await Promise.all(Array.from({ length: 20 }, () => payout(plan, { amount: 300 })));
    const codes = answers.map(({ status, body }) => (status === 201 ? "paid" : body.code));
    deepEqual(
      [
        codes.filter((code) => code === "paid").length,
        codes.filter((code) => code === "above_balance").length,
      ],
      [3, 17],
    );
    deepEqual(await listed(plan), [100, 100, 0]);
  });

  test("that its payer's bank takes back as well waits for the dispute, and is not paid twice", async () => {
    const plan = await intoBalance({ ...union });
    await overpaid(plan, 100);
    const waits = await payout(plan, { amount: 4_000 });
    equal(waits.status, 201);
    const opened = await app.call("manager", "POST /v1/disputes", {
      ...{ charge: plan.charge, amount: { amount: 4_425, currency: "EUR" }, reason: "fraud" },
      providerRef: "dp_balance",
    });
    await app.platform.jobs.drained();
    // 4,401 went back into it, and 4,425 of 4,425 is with the bank: what came by transfer stays the payer's.
    const paying = `POST /v1/refunds/${waits.body.id}/payment`;
    const refused = await app.call("manager", paying, { means: "transfer", reference: "SEPA 1" });
    equal(refused.body.code, "refund_above_captured");
    equal((await payout(plan, { amount: 101 })).body.code, "balance_disputed");
    equal((await payout(plan, { amount: 100 })).status, 201);
    const lost = await app.call("manager", `POST /v1/disputes/${opened.body.id}/outcome`, {
      outcome: "lost",
    });
    equal(lost.status, 200);
    await app.platform.jobs.drained();
    const back = await app.call("staff", `GET /v1/refunds/${waits.body.id}`);
    deepEqual([back.body.state, back.body.decidedBy], ["declined", "dispute"]);
    // The bank's 4,425 were 4,401 of the refund and 24 that were earned; what came by transfer is on its way.
    const books = { payer_balance: 0, refunds_payable: -100, unallocated: 100, ...(await booksOf(plan)) };
    deepEqual(books, { payer_balance: 0, refunds_payable: -100, unallocated: 100, provider_costs: 24 });
    const letters = (await listMail(app.platform.config.dataFolder)).map(({ subject }) => subject);
    ok(letters.includes("Your bank has paid 44.01 EUR of your refund of 44.01 EUR"), letters.join("; "));
  });

  test("that is a part of what its charge waits for is kept until the rest comes", async () => {
    const order = await app.call("reseller", "POST /v1/orders", {
      lines: [{ sku: "U-3889316", quantity: 1 }],
      buyer: { email: "shop@example.org", name: "A shop", country: "EE" },
      delivery: { option: "email" },
    });
    equal(order.status, 201, JSON.stringify(order.body));
    const paying = `POST /v1/orders/${order.body.id}/payment`;
    equal((await app.call("reseller", paying, { method: "bank_transfer" })).status, 200);
    const orderId = String(order.body.id).slice("ord_".length);
    const part = { contract: "", deviceId: "", orderId, charge: `chg_${orderId}_1` };
    await overpaid(part, 2_000);
    deepEqual(await listed(part), [2_000, 0, 0]);
    equal((await payout(part)).body.code, "balance_kept");
    await overpaid(part, 4_000);
    const [all = 0, payable] = (await listed(part)) ?? [];
    deepEqual([all > 0, payable], [true, all], "what was too much is the payer's");
    equal((await payout(part)).status, 201);
    equal(await listed(part), undefined);
  });

  test("is refused in another currency, of nobody, of nothing, and by who may not", async () => {
    const plan = await paidPlan(app, union);
    await overpaid(plan, 100);
    deepEqual(pointersIn(await payout(plan, { currency: "USD" })), ["/currency"]);
    deepEqual(pointersIn(await payout(plan, { amount: 0 })), ["/amount"]);
    deepEqual(pointersIn(await payout(plan, { means: "cash" })), ["/means"]);
    equal((await payout({ ...plan, charge: `chg_${plan.orderId}_9` })).status, 404);
    equal((await payout({ ...plan, charge: "nobody" })).status, 404);
    equal((await payout(plan, {}, "owner ada@example.com")).status, 403);
    equal((await payout(plan, {}, "integrator")).status, 403);
    deepEqual(await listed(plan), [100, 100, 0]);
  });

  test("is listed by age and by amount, in pages and as CSV", async () => {
    const all = await app.call("manager", "GET /v1/payer-balances?limit=200&sort=-amount");
    const rows = all.body.data as { amount: { amount: number }; since: string }[];
    deepEqual(
      rows.map(({ amount }) => amount.amount),
      rows.map(({ amount }) => amount.amount).toSorted((one, other) => other - one),
    );
    for (const sort of ["since", "-amount"]) {
      const pages: unknown[] = [];
      for (let after: string | null = ""; after !== null; ) {
        const place: string = after === "" ? "" : `&after=${after}`;
        const { status, body }: Answer = await app.call(
          "manager",
          `GET /v1/payer-balances?limit=2&sort=${sort}${place}`,
        );
        equal(status, 200, JSON.stringify(body));
        pages.push(...(body.data as unknown[]));
        after = body.nextCursor as string | null;
      }
      equal(pages.length, rows.length, sort);
    }
    equal((await app.call("manager", "GET /v1/payer-balances?after=x")).status, 400);
    const none = await app.call("manager", "GET /v1/payer-balances?currency=JPY");
    deepEqual(none.body, { data: [], nextCursor: null });
    const most = await app.call("manager", "GET /v1/payer-balances?minAmount=10000");
    equal((most.body.data as object[]).length, 1);
    const authorization = await app.authorization("manager");
    const csv = await app.http.inject({
      url: "/v1/payer-balances?format=csv",
      headers: { authorization },
    });
    match(csv.body, /^party,currency,amount\.amount,amount\.currency,since,payable\.amount/);
  });
});

test("and after all that the sweep finds nothing", async () => {
  deepEqual(await violationsIn(app.database), []);
});
