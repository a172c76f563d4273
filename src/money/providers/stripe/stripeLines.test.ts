import { deepEqual, equal, rejects } from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { moveBalance } from "../../../../test/support/stripe/stripeReports.ts";
import { type StripeStandIn, stripeStandIn } from "../../../../test/support/stripe/stripeStandIn.ts";
import { readConfig } from "../../../platform/index.ts";
import { stripeLines } from "./stripeLines.ts";

const SINCE = Temporal.Instant.from("2026-06-01T00:00:00Z");
const created = SINCE.epochMilliseconds / 1000;

let stripe: StripeStandIn;
before(async () => {
  stripe = await stripeStandIn();
});
after(() => stripe.close());
beforeEach(() => {
  stripe.books.transactions.length = 0;
});

const lines = async () => {
  const config = readConfig({}, { stripeKey: "sk_test_standin", stripeUrl: stripe.url });
  return await stripeLines({ config }, SINCE);
};

const metadata = { evermend_key: "chg_root_1_1" };
const charge = {
  ...{
    id: "ch_1",
    object: "charge",
    payment_intent: "pi_1",
    amount_captured: 5_900,
    currency: "eur",
    metadata,
  },
};
const refund = { id: "re_1", object: "refund", payment_intent: "pi_1", amount: 900, currency: "eur" };
const dispute = {
  id: "dp_1",
  object: "dispute",
  payment_intent: { id: "pi_1" },
  amount: 5_900,
  currency: "eur",
};
const paidBack = { ...refund, metadata: { evermend_key: "rfd_root_1_1" } };

type Moved = Parameters<typeof moveBalance>[1];

/** What moved, and what is told: entry, reference, our key, of what, amount, currency, fee. */
const TABLE: readonly (readonly [given: string, moved: Moved, told: readonly (readonly unknown[])[]])[] = [
  [
    "a payment with its fee",
    { type: "charge", amount: 5_900, fee: 201, source: charge },
    [["payment", "pi_1", "chg_root_1_1", null, 5_900, "EUR", 201]],
  ],
  [
    "a payment without our key, and without an intent",
    {
      type: "payment",
      amount: 100,
      source: { ...charge, payment_intent: null, amount_captured: 100, metadata: {} },
    },
    [["payment", "ch_1", null, null, 100, "EUR", 0]],
  ],
  [
    "a payment in another currency than our balance's: what was paid, and apart what it cost",
    { type: "charge", amount: 5_400, fee: 180, source: { ...charge, currency: "usd" } },
    [
      ["payment", "pi_1", "chg_root_1_1", null, 5_900, "USD", 0],
      ["fee", "txn", null, null, 180, "EUR", 0],
    ],
  ],
  [
    "a hold that was captured in part",
    { type: "charge", amount: 4_000, fee: 90, source: { ...charge, amount_captured: 4_000 } },
    [["payment", "pi_1", "chg_root_1_1", null, 4_000, "EUR", 90]],
  ],
  [
    "a currency without decimals that Stripe counts in hundredths",
    {
      type: "charge",
      amount: 440_000,
      fee: 9_000,
      currency: "isk",
      source: { ...charge, amount_captured: 440_000, currency: "isk" },
    },
    [["payment", "pi_1", "chg_root_1_1", null, 4_400, "ISK", 90]],
  ],
  [
    "a refund",
    { type: "refund", amount: -900, source: paidBack },
    [["refund", "re_1", "rfd_root_1_1", "pi_1", 900, "EUR", 0]],
  ],
  [
    "a refund that came back: money that came, and no refund of ours",
    { type: "refund_failure", amount: 900, source: paidBack },
    [["payment", "re_1", null, "pi_1", 900, "EUR", 0]],
  ],
  [
    "a dispute with its fee",
    { type: "adjustment", amount: -5_900, fee: 2_000, source: dispute },
    [["dispute", "dp_1", null, "pi_1", 5_900, "EUR", 2_000]],
  ],
  [
    "a dispute that was won",
    { type: "adjustment", amount: 5_900, fee: -2_000, source: dispute },
    [["dispute_won", "dp_1", null, "pi_1", 5_900, "EUR", 0]],
  ],
  [
    "a payout",
    { type: "payout", amount: -3_000, source: { id: "po_1", object: "payout" } },
    [["payout", "po_1", null, null, 3_000, "EUR", 0]],
  ],
  [
    "a payout that did not arrive",
    { type: "payout_failure", amount: 3_000, source: { id: "po_1", object: "payout" } },
    [["payment", "po_1", null, null, 3_000, "EUR", 0]],
  ],
  ["a fee by itself", { type: "stripe_fee", amount: -700 }, [["fee", "txn", null, null, 700, "EUR", 0]]],
  ["what nobody has heard of", { type: "tithe", amount: -50 }, [["refund", "txn", null, null, 50, "EUR", 0]]],
  ["what is only put aside", { type: "reserve_hold", amount: -50 }, []],
  ["and given back", { type: "payout_minimum_balance_release", amount: 50 }, []],
];

for (const [given, moved, told] of TABLE) {
  test(given, async () => {
    moveBalance(stripe.books, { created, ...moved });
    const said = (await lines()).map((line) => [
      ...[line.entry, line.reference.replace(/^txn_\d+/, "txn"), line.ourKey, line.ofReference],
      ...[line.amountMinor, line.currency, line.feeMinor],
    ]);
    deepEqual(said, told);
  });
}

test("three pages are read to their end, each line once, none of before", async () => {
  const count = 250;
  for (let no = 0; no < count; no += 1) {
    const source = { ...charge, payment_intent: `pi_${no}` };
    moveBalance(stripe.books, { type: "charge", amount: 5_900, fee: 3, created: created + no, source });
  }
  moveBalance(stripe.books, { type: "charge", amount: 1, created: created - 1, source: charge });
  const asked = stripe.requests.length;
  const told = await lines();
  equal(stripe.requests.length - asked, 3);
  const names = new Set(told.map(({ reference }) => reference));
  deepEqual([told.length, names.size], [count, count]);
  equal(
    told.reduce((sum, { feeMinor }) => sum + feeMinor, 0),
    3 * count,
  );
});

test("a page that does not come is no report: nothing is told of what came before it", async () => {
  for (let no = 0; no < 150; no += 1) {
    moveBalance(stripe.books, { type: "stripe_fee", amount: -1, created: created + no });
  }
  stripe.expect("fair", 500);
  await rejects(lines(), { type: "StripeAPIError" });
  equal((await lines()).length, 150, "asked again, it is whole");
});
