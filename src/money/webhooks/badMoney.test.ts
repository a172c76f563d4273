import { deepEqual, equal } from "node:assert/strict";
import { before, test } from "node:test";
import Stripe from "stripe";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";
import { testMessage } from "../providers/test/testMessages.ts";

const SECRET = "whsec_for_tests";
const IBAN = "DE89370400440532013000";

let app: TestApp;
/** An order that is to be paid, one that is cancelled, and money in another currency than both. */
let open: string;
let closed: string;
let foreign: string;

before(async () => {
  const stripe = {
    stripeKey: "sk_test_nobody",
    stripeUrl: "http://127.0.0.1:9",
    stripeWebhookSecret: SECRET,
  };
  app = await testApp({ now: "2026-06-01T10:00:00Z", settings: { ...stripe, bankIban: IBAN } });
  closed = await order();
  await app.moveTo("2026-06-09T10:00:00Z");
  open = await order();
  const credit = {
    bankId: "1",
    reference: "?",
    bookedOn: "2026-06-09",
    amount: { amount: 9, currency: "USD" },
  };
  const { body } = await app.call("manager", "POST /v1/bank-credits", { credits: [credit] });
  foreign = (body.credits as { id: string }[])[0]?.id ?? "";
});

/** What is sent, how it is answered, and how many messages are kept more than before. */
interface Bad {
  readonly given: string;
  send(): Promise<{ readonly status: number; readonly code: unknown }>;
  readonly answer: readonly [status: number, code: string | undefined];
  readonly kept?: number;
}

const paid = (id: () => string, method: string) => async () => {
  const { status, body } = await app.call("reseller", `POST /v1/orders/${id()}/payment`, { method });
  return { status, code: body.code };
};
const assigned = (chargeId: () => string) => async () => {
  const to = { chargeId: chargeId() };
  const { status, body } = await app.call("manager", `POST /v1/bank-credits/${foreign}/assignment`, to);
  return { status, code: body.code };
};
const told = (provider: string, body: string | Buffer, headers: () => Record<string, string>) => async () => {
  const url = `/v1/webhooks/${provider}`;
  const sent = { "content-type": "application/json", ...headers() };
  const reply = await app.http.inject({ method: "POST", url, payload: body, headers: sent });
  return { status: reply.statusCode, code: reply.json().code };
};

const stripeSays = (reference: string) =>
  JSON.stringify({
    id: "evt_1",
    object: "event",
    type: "charge.refunded",
    data: { object: { id: reference } },
  });
const { webhooks } = new Stripe("sk_test_nobody");
const signed = (payload: string, secret = SECRET, timestamp = Math.floor(Date.now() / 1000)) => ({
  "stripe-signature": webhooks.generateTestHeaderString({ payload, secret, timestamp }),
});
const unknownKey = { id: "evt_unknown", kind: "changed", key: "chg_00000000000000000000000000_1_1" };

const TABLE: readonly Bad[] = [
  {
    given: "a message that nobody signed",
    send: told("test", "{}", () => ({})),
    answer: [401, "signature_not_valid"],
  },
  {
    given: "a message signed by somebody else",
    send: told("stripe", stripeSays("ch_1"), () => signed(stripeSays("ch_1"), "whsec_other")),
    answer: [401, "signature_not_valid"],
  },
  {
    given: "a message that was changed on its way",
    send: told("stripe", stripeSays("ch_2"), () => signed(stripeSays("ch_1"))),
    answer: [401, "signature_not_valid"],
  },
  {
    given: "a message of long ago",
    send: told("stripe", stripeSays("ch_1"), () => signed(stripeSays("ch_1"), SECRET, 1_700_000_000)),
    answer: [401, "signature_not_valid"],
  },
  {
    given: "a message of a provider there is not",
    send: told("nobody", "{}", () => ({})),
    answer: [404, "not_found"],
  },
  {
    given: "a message without an end",
    send: told("test", Buffer.alloc(300_000, 32), () => ({})),
    answer: [413, "too_large"],
  },
  {
    given: "a signed message of Stripe's about a payment we do not know",
    send: told("stripe", stripeSays("ch_unknown"), () => signed(stripeSays("ch_unknown"))),
    answer: [200, undefined],
    kept: 1,
  },
  {
    given: "a signed message of the test bank's about a payment we do not know",
    send: told("test", JSON.stringify(unknownKey), () => {
      const { headers } = testMessage(app.platform, unknownKey);
      return headers as Record<string, string>;
    }),
    answer: [200, undefined],
    kept: 1,
  },
  {
    given: "another amount than was asked for",
    send: paid(() => open, "test_wrong_amount"),
    answer: [200, undefined],
  },
  {
    given: "another way, while it is not known what became of that",
    send: paid(() => open, "test_success"),
    answer: [409, "payment_underway"],
  },
  { given: "a method there is not", send: paid(() => open, "cowries"), answer: [400, "bad_request"] },
  {
    given: "an invoice for who may have none",
    send: paid(() => open, "invoice"),
    answer: [400, "bad_request"],
  },
  {
    given: "a payment of what is cancelled",
    send: paid(() => closed, "test_success"),
    answer: [409, "order_not_open"],
  },
  {
    given: "money for a charge of another currency",
    send: assigned(() => `chg_${open.slice(4)}_1`),
    answer: [409, "currency_differs"],
  },
  { given: "money for a charge there is not", send: assigned(() => "chg_1"), answer: [400, "bad_request"] },
];

test("bad money is refused with a problem, and nothing is posted", async (t) => {
  for (const { given, send, answer, kept = 0 } of TABLE) {
    await t.test(given, async () => {
      const before = await counts();
      const { status, code } = await send();
      await app.platform.jobs.drained();
      deepEqual([status, code], answer);
      const after = await counts();
      deepEqual(after, { ...before, messages: before.messages + kept });
    });
  }
  const states = await ownerQuery(app.database, "select distinct state from money.provider_event");
  deepEqual(states, [{ state: "unmatched" }], "what names nothing of ours is kept for a person");
  const { body } = await app.call("manager", `GET /v1/charges/chg_${open.slice(4)}_1`);
  equal((body.tries as { reason: string }[])[0]?.reason, "amount_mismatch");
});

test("a message that nobody has signed is told so, not asked to sign in", async () => {
  const sent = { method: "POST", url: "/v1/webhooks/stripe", payload: "{}" } as const;
  const reply = await app.http.inject({ ...sent, headers: { "content-type": "application/json" } });
  deepEqual([reply.statusCode, reply.json().title], [401, "Not signed by its sender"]);
});

async function counts(): Promise<{ postings: number; captured: number; messages: number }> {
  const [row] = await ownerQuery(
    app.database,
    `select (select count(*)::integer from money.posting) as postings,
            (select count(*)::integer from money.charge where state = 'captured') as captured,
            (select count(*)::integer from money.provider_event) as messages`,
  );
  return row as { postings: number; captured: number; messages: number };
}

async function order(): Promise<string> {
  const { body } = await app.call("reseller", "POST /v1/orders", {
    lines: [{ sku: "U-3889316", quantity: 1 }],
    buyer: { email: "shop@example.org", name: "A shop", country: "EE" },
    delivery: { option: "email" },
  });
  return String(body.id);
}
