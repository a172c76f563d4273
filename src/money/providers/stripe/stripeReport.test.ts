import { deepEqual, equal } from "node:assert/strict";
import { before, test } from "node:test";
import { ownerQuery } from "../../../../test/support/ownerQuery.ts";
import { violationsIn } from "../../../../test/support/soldPlans.ts";
import { PRICE, type StripeDesk, stripeDesk } from "../../../../test/support/stripe/stripeDesk.ts";
import { moveBalance, tellBalance } from "../../../../test/support/stripe/stripeReports.ts";

const FEE = 91;
const DISPUTE_FEE = 2_000;

let desk: StripeDesk;
before(async () => {
  desk = await stripeDesk();
});

/** What is open between Stripe's books and ours. */
async function open(): Promise<readonly unknown[]> {
  const { body } = await desk.app.call("manager", "GET /v1/differences?state=open");
  return (body.data as { party: string; cause: string }[]).map(({ party, cause }) => `${party} ${cause}`);
}

/** What one kind of account has on it, all places together. */
async function balance(kind: string): Promise<number> {
  const [row] = await ownerQuery<{ sum: string | null }>(
    desk.app.database,
    `select sum(case account.account_id when debit_id then amount_minor else -amount_minor end) as sum
       from money.posting join money.account on account.account_id in (debit_id, credit_id)
      where account.kind = $1 and account.party in ('', 'stripe')`,
    [kind],
  );
  return Number(row?.sum ?? 0);
}

test("a night with Stripe's books: all is found, fees and a payout are booked, nothing is left", async () => {
  const { app, stripe } = desk;
  const tariff = { kind: "provider", party: "stripe", currency: "EUR", from: "2026-01-01", fixedMinor: FEE };
  equal((await app.call("manager", "POST /v1/tariffs", tariff)).status, 201);
  const paid = [
    await desk.paying("card:pm_good"),
    await desk.paying("card:pm_good"),
    await desk.paying("card:pm_good"),
  ];
  const [first, second] = paid;
  const back = { charge: `chg_${first?.rootId}_1`, amount: { amount: 500, currency: "EUR" }, reason: "late" };
  equal((await app.call("manager", "POST /v1/refunds", back)).status, 201);
  await app.platform.jobs.drained();
  const object = {
    ...{ id: "dp_1", object: "dispute" as const, payment_intent: second?.ref ?? "", amount: PRICE },
    ...{ currency: "eur", reason: "fraudulent", created: 1_780_000_000, status: "lost" },
    ...{ evidence_details: { due_by: 1_780_900_000 }, balance_transactions: [{ fee: DISPUTE_FEE }] },
  };
  stripe.books.disputes.set("dp_1", object);
  await desk.tell({ type: "charge.dispute.closed", object });
  const now = app.platform.clock.now();
  const left = tellBalance(stripe.books, now, FEE);
  equal(left, 3 * (PRICE - FEE) - 500 - PRICE - DISPUTE_FEE);
  const created = Math.floor(now.epochMilliseconds / 1000);
  const payout = { id: "po_1", object: "payout" };
  moveBalance(stripe.books, { type: "payout", amount: -left, created, source: payout });
  const credit = {
    bankId: "b1",
    reference: "po_1",
    bookedOn: "2026-06-01",
    amount: { amount: left, currency: "EUR" },
  };
  equal((await app.call("manager", "POST /v1/bank-credits", { credits: [credit] })).status, 201);
  await app.moveTo("2026-06-02T03:00:00Z");
  deepEqual(await open(), []);
  deepEqual([await balance("clearing"), await balance("provider_costs")], [0, 3 * FEE + DISPUTE_FEE]);
  deepEqual(await violationsIn(app.database), []);
});

test("a refund that came back, and money nobody knows of, are found, by no night twice", async () => {
  const { app, stripe } = desk;
  const created = Math.floor(app.platform.clock.now().epochMilliseconds / 1000);
  const { key, ref } = await desk.paying("card:pm_good");
  const charge = {
    id: "ch_9",
    object: "charge",
    payment_intent: ref,
    amount_captured: PRICE,
    currency: "eur",
  };
  const source = { ...charge, metadata: { evermend_key: key } };
  moveBalance(stripe.books, { type: "charge", amount: PRICE, fee: FEE, created, source });
  const [refund] = stripe.books.refunds.values();
  moveBalance(stripe.books, { type: "refund_failure", amount: 500, created, source: refund ?? null });
  moveBalance(stripe.books, { type: "tithe", amount: -7, created });
  await app.moveTo("2026-06-03T03:00:00Z");
  const found = await open();
  equal(found.length, 2, found.join());
  await app.moveTo("2026-06-04T03:00:00Z");
  deepEqual(await open(), found);
});
