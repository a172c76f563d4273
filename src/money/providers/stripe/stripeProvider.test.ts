import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import Stripe from "stripe";
import { CAPTURE_BEFORE, finishSession, settle } from "../../../../test/support/stripe/stripeBooks.ts";
import {
  type StripeStandIn,
  stripeStandIn,
  type Weather,
} from "../../../../test/support/stripe/stripeStandIn.ts";
import { type Platform, readConfig } from "../../../platform/index.ts";
import type { Instruction, ProviderAnswer } from "../../matter.ts";
import { stripeProvider } from "./stripeProvider.ts";

const SECRET = "whsec_standin";
const startedAt = Temporal.Instant.from("2026-06-01T10:00:00Z");

let stripe: StripeStandIn;
let now = startedAt;
let platform: Platform;
let count = 0;

before(async () => {
  stripe = await stripeStandIn();
  platform = platformAt(stripe.url);
});
after(() => stripe.close());
beforeEach(() => {
  now = startedAt;
});

/** What the provider needs of a platform: settings and the time. */
function platformAt(stripeUrl: string): Platform {
  const settings = { stripeKey: "sk_test_standin", stripeUrl, stripeWebhookSecret: SECRET };
  return { config: readConfig({}, settings), clock: { now: () => now } } as unknown as Platform;
}

function order(method: string, more: Partial<Instruction> = {}): Instruction {
  count += 1;
  return {
    ...{ about: "charge", key: `chg_root_${count}_1`, amount: { amount: 5_900, currency: "EUR" }, method },
    ...{ reference: "chg_root_1", returnUrl: "https://care.example/orders/1", startedAt, ...more },
  };
}

const pay = (instruction: Instruction) => stripeProvider.carryOut(platform, instruction);
const ask = (instruction: Instruction) => stripeProvider.ask(platform, instruction);

/** How often money moved under a key. */
const moves = (key: string) => stripe.books.moved.filter((line) => line.split(" ")[1] === key).length;

describe("a card that Stripe holds", () => {
  test("pays, is declined with the bank's reason, waits, or is unknown to Stripe", async () => {
    const said: Record<string, ProviderAnswer> = {};
    for (const card of ["pm_good", "pm_declined", "pm_processing", "pm_secure", "pm_nobody"]) {
      said[card] = await pay(order(`card:${card}`));
    }
    deepEqual(said.pm_good?.outcome === "succeeded" && said.pm_good.amount, {
      amount: 5_900,
      currency: "EUR",
    });
    deepEqual([said.pm_declined?.outcome, said.pm_declined?.reason], ["failed", "insufficient_funds"]);
    equal(said.pm_processing?.outcome, "pending");
    ok(said.pm_secure?.outcome === "pending" && said.pm_secure.nextUrl?.startsWith("https://bank.example/"));
    deepEqual([said.pm_nobody?.outcome, said.pm_nobody?.reason], ["failed", "resource_missing"]);
  });

  test("3-D Secure: the payer agrees at their bank, or leaves for good", async () => {
    for (const [agrees, outcome] of [
      [true, "succeeded"],
      [false, "failed"],
    ] as const) {
      const asked = order("card:pm_secure");
      const { providerRef: ref = "" } = await pay(asked);
      equal((await ask({ ...asked, ref }))?.outcome, "pending");
      if (agrees) {
        const intent = stripe.books.intents.get(ref);
        ok(intent);
        settle(stripe.books, intent);
      }
      now = startedAt.add({ hours: 25 });
      equal((await ask({ ...asked, ref }))?.outcome, outcome);
      now = startedAt;
    }
  });

  const lost: readonly Weather[] = ["cut", "cut before", 500, 409, 429];
  for (const weather of lost) {
    test(`${weather}: unknown; sent again it is paid once`, async () => {
      const asked = order("card:pm_good");
      stripe.expect(weather);
      equal((await pay(asked)).outcome, "unknown");
      const found = (await ask(asked)) ?? (await pay(asked));
      equal(found.outcome, "succeeded");
      equal(moves(asked.key), 1);
    });
  }

  test("after Stripe has forgotten the key, its search knows what became of it", async () => {
    const asked = order("card:pm_good");
    stripe.expect("cut");
    equal((await pay(asked)).outcome, "unknown");
    now = startedAt.add({ hours: 30 });
    equal((await ask(asked))?.outcome, "succeeded");
    equal(await ask(order("card:pm_good")), undefined, "what was never heard of may be sent again");
  });

  test("a question that cannot be answered says nothing about the money", async () => {
    const asked = order("card:pm_good");
    equal((await ask({ ...asked, ref: "pi_nowhere" }))?.outcome, "unknown");
    stripe.expect(500);
    equal((await ask(asked))?.outcome, "unknown");
  });
});

describe("the control", () => {
  test("a Stripe that forgets its keys is seen to take the money twice", async () => {
    const forgetful = await stripeStandIn({ forgetsKeys: true });
    const other = platformAt(forgetful.url);
    const asked = order("card:pm_good");
    await stripeProvider.carryOut(other, asked);
    await stripeProvider.carryOut(other, asked);
    equal(forgetful.books.moved.length, 2);
    await forgetful.close();
  });
});

describe("Stripe's own page", () => {
  test("is where the payer goes, and what they do there is the outcome", async () => {
    for (const [pays, outcome] of [
      [true, "succeeded"],
      [false, "failed"],
    ] as const) {
      const asked = order("card");
      const opened = await pay(asked);
      ok(opened.outcome === "pending" && opened.nextUrl?.startsWith("https://checkout.example/cs_"));
      const ref = opened.providerRef ?? "";
      equal((await ask({ ...asked, ref }))?.outcome, "pending");
      finishSession(stripe.books, ref, pays);
      equal((await ask({ ...asked, ref }))?.outcome, outcome);
      equal(moves(asked.key), pays ? 1 : 0);
    }
  });

  test("whose address was lost is opened again by the same key; after a day it has closed", async () => {
    const asked = order("card");
    stripe.expect("cut");
    equal((await pay(asked)).outcome, "unknown");
    equal(await ask(asked), undefined);
    const before = stripe.books.sessions.size;
    equal((await pay(asked)).outcome, "pending");
    equal(stripe.books.sessions.size, before);
    now = startedAt.add({ hours: 24 });
    deepEqual(await ask(asked), { outcome: "failed", reason: "expired" });
  });
});

describe("a hold", () => {
  const hold = async () => {
    const placed = await pay(order("card:pm_good", { about: "hold", key: `hld_root_${count}_1` }));
    ok(placed.outcome === "succeeded");
    return placed;
  };
  const end = (about: "capture" | "release", of: string, amount = 5_900) =>
    order("card:pm_good", { about, of, key: `${about}_${count}`, amount: { amount, currency: "EUR" } });

  test("is placed until the card lapses, and captured in part", async () => {
    const { providerRef, captureBefore } = await hold();
    equal(captureBefore?.epochMilliseconds, CAPTURE_BEFORE * 1000);
    const asked = end("capture", providerRef, 4_000);
    equal(await ask(asked), undefined, "the hold stands: it may be captured");
    deepEqual(await pay(asked), {
      ...{ outcome: "succeeded", providerRef, amount: { amount: 4_000, currency: "EUR" } },
    });
    equal((await ask(asked))?.outcome, "succeeded");
    equal((await ask(end("release", providerRef)))?.reason, "captured");
  });

  test("given on the page is placed anew on the same card, while nobody is there", async () => {
    const asked = order("card", { about: "hold", key: `hld_root_${count}_1` });
    const { providerRef: page = "" } = await pay(asked);
    finishSession(stripe.books, page, true);
    const placed = await ask({ ...asked, ref: page });
    ok(placed?.outcome === "succeeded");
    const anew = order("card", { about: "hold", of: placed.providerRef, key: `hld_root_${count}_2` });
    const second = await pay(anew);
    deepEqual([second.outcome, second.providerRef === placed.providerRef], ["succeeded", false]);
    equal((await pay(anew)).providerRef, second.providerRef, "the same key holds once");
    const [before, after] = [placed, second].map(({ providerRef = "" }) =>
      stripe.books.intents.get(providerRef),
    );
    deepEqual([after?.payment_method, after?.customer], [before?.payment_method, before?.customer]);
    ok(after?.customer !== null);
  });

  test("is released, and cannot be captured after", async () => {
    const { providerRef } = await hold();
    const asked = end("release", providerRef);
    stripe.expect("cut");
    equal((await pay(asked)).outcome, "unknown");
    equal((await ask(asked))?.outcome, "succeeded");
    const late = end("capture", providerRef);
    deepEqual([(await ask(late))?.outcome, (await ask(late))?.reason], ["failed", "released"]);
    equal((await pay(late)).outcome, "failed");
    equal(stripe.books.moved.includes(`capture ${providerRef} 5900`), false);
  });
});

describe("a refund", () => {
  test("comes back once, found again when its answer was lost, never above what was paid", async () => {
    const paid = await pay(order("card:pm_good"));
    const refund = { about: "refund", of: paid.providerRef ?? "" } as const;
    const asked = order("card:pm_good", { ...refund, key: "rfd_root_1_1" });
    stripe.expect("cut");
    equal((await pay(asked)).outcome, "unknown");
    equal((await ask(asked))?.outcome, "succeeded");
    equal(moves(asked.key), 1);
    const more = order("card:pm_good", {
      ...refund,
      key: "rfd_root_2_1",
      amount: { amount: 1, currency: "EUR" },
    });
    deepEqual(await pay(more), { outcome: "failed", reason: "charge_already_refunded" });
  });
});

test("amounts as Stripe counts them: none, two and three decimals", async () => {
  const paid = async (amount: number, currency: string) => {
    const answer = await pay(order("card:pm_good", { amount: { amount, currency } }));
    return answer.outcome === "succeeded" ? answer.amount : answer.reason;
  };
  deepEqual(await paid(4_400, "JPY"), { amount: 4_400, currency: "JPY" });
  deepEqual(await paid(4_400, "ISK"), { amount: 4_400, currency: "ISK" });
  deepEqual(await paid(12_340, "KWD"), { amount: 12_340, currency: "KWD" });
  equal(await paid(12_345, "KWD"), "amount_not_payable");
  ok(
    [...stripe.books.intents.values()].some(
      ({ amount, currency }) => currency === "isk" && amount === 440_000,
    ),
  );
});

describe("a message of Stripe's", () => {
  const { webhooks } = new Stripe("sk_test_standin");
  const event = (type: string, object: object) =>
    JSON.stringify({ id: "evt_1", object: "event", type, data: { object } });
  const read = (payload: string, more: { secret?: string; timestamp?: number } = {}) => {
    const header = webhooks.generateTestHeaderString({ payload, secret: SECRET, ...more });
    return stripeProvider.readMessage?.(platform, {
      body: Buffer.from(payload),
      headers: { "stripe-signature": header },
    });
  };

  test("names our key, a payment, a dispute, or nothing", async () => {
    const intent = { id: "pi_1", metadata: { evermend_key: "chg_root_1_1" } };
    const kinds = [
      [event("payment_intent.succeeded", intent), { key: "chg_root_1_1" }],
      [event("charge.refunded", { id: "ch_1", payment_intent: "pi_1", metadata: {} }), { ref: "pi_1" }],
      [event("charge.dispute.created", { id: "dp_1", status: "needs_response" }), { dispute: "dp_1" }],
      [event("charge.dispute.created", { id: "dp_1", status: "warning_needs_response" }), {}],
      [event("customer.created", { id: "cus_1" }), {}],
    ] as const;
    for (const [payload, named] of kinds) {
      const { id, kind, ...rest } = (await read(payload)) ?? {};
      deepEqual(rest, named);
    }
  });

  test("that is not signed, signed by another, changed on the way, or old, is refused", async () => {
    const payload = event("payment_intent.succeeded", { id: "pi_1" });
    const refusal = { status: 401, code: "signature_not_valid" };
    await rejects(async () => read(payload, { secret: "whsec_other" }), refusal);
    const old = Math.floor(Date.now() / 1000) - 301;
    await rejects(async () => read(payload, { timestamp: old }), refusal);
    const header = webhooks.generateTestHeaderString({ payload, secret: SECRET });
    const changed = Buffer.from(payload.replace("pi_1", "pi_2"));
    for (const headers of [{ "stripe-signature": header }, {}]) {
      await rejects(async () => stripeProvider.readMessage?.(platform, { body: changed, headers }), refusal);
    }
  });
});

test("a dispute is told with its fee, its day and its end", async () => {
  const paid = await pay(order("card:pm_good"));
  const dispute = {
    ...{ id: "dp_7", object: "dispute" as const, payment_intent: paid.providerRef ?? "", amount: 5_900 },
    ...{ currency: "eur", reason: "fraudulent", created: 1_780_000_000, status: "needs_response" },
    ...{ evidence_details: { due_by: 1_780_900_000 }, balance_transactions: [{ fee: 2_000 }] },
  };
  stripe.books.disputes.set("dp_7", dispute);
  const told = await stripeProvider.askDispute?.(platform, "dp_7");
  deepEqual([told?.state, told?.feeMinor, told?.of], ["opened", 2_000, paid.providerRef]);
  dispute.status = "lost";
  equal((await stripeProvider.askDispute?.(platform, "dp_7"))?.state, "lost");
});
