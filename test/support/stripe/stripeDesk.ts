import { equal, ok } from "node:assert/strict";
import Stripe from "stripe";
import { ownerQuery } from "../ownerQuery.ts";
import { type TestApp, testApp } from "../testApp.ts";
import { atEnd } from "../testDatabase.ts";
import type { Intent } from "./stripeBooks.ts";
import { type StripeStandIn, stripeStandIn } from "./stripeStandIn.ts";

const SECRET = "whsec_for_tests";

/** What an order on the desk costs, in cents. */
export const PRICE = 4_425;
export const SHOP = "reseller rita@example.org";

/** An order whose payment was begun. */
export interface Paying {
  readonly rootId: string;
  /** Our key of its first try, and Stripe's reference of it. */
  readonly key: string;
  readonly ref: string;
}

/** A message as Stripe would send it. */
export interface Message {
  readonly type: string;
  readonly object: object;
  readonly id?: string;
  /** Whose account it is about, where it is another than ours. */
  readonly account?: string;
}

/** The application with Stripe's stand-in beside it, and a hand that signs messages as Stripe does. */
export interface StripeDesk {
  readonly app: TestApp;
  readonly stripe: StripeStandIn;
  /** Places an order and begins its payment. */
  paying(method: string): Promise<Paying>;
  /** Sends a message, waits for what follows, and answers with the reply. */
  tell(
    message: Message,
    how?: { readonly secret?: string; readonly age?: number },
  ): Promise<{ readonly status: number; readonly isNews?: boolean; readonly code?: string }>;
  /** Everything of a root that money changes: states of its rows, and what each source posted. */
  stands(rootId: string): Promise<Record<string, string>>;
  /** What of that a step changes. */
  changes(rootId: string, step: () => Promise<unknown>): Promise<Record<string, string>>;
  intentAt(paying: Paying): Intent;
  /** How many events of a type a root has. */
  count(rootId: string, type: string): Promise<number>;
  /** What became of a message. */
  stateOf(eventId: string): Promise<unknown>;
}

/** Opens it. */
export async function stripeDesk(): Promise<StripeDesk> {
  const stripe = await stripeStandIn();
  atEnd(() => stripe.close());
  const settings = { stripeKey: "sk_test_standin", stripeUrl: stripe.url, stripeWebhookSecret: SECRET };
  const app = await testApp({ now: "2026-06-01T10:00:00Z", settings });
  atEnd(app.stop);
  const stands: StripeDesk["stands"] = (rootId) => rowsOf(app, rootId);
  return {
    ...{ app, stripe, stands },
    paying: (method) => pay(app, method),
    tell: messenger(app),
    changes: async (rootId, step) => {
      const earlier = await stands(rootId);
      await step();
      const later = Object.entries(await stands(rootId));
      return Object.fromEntries(later.filter(([thing, state]) => earlier[thing] !== state));
    },
    intentAt: ({ ref }) => {
      const intent = stripe.books.intents.get(ref);
      ok(intent);
      return intent;
    },
    count: async (rootId, type) => {
      const sql = "select from platform.event where root_id = $1 and type = $2";
      return (await ownerQuery(app.database, sql, [rootId, type])).length;
    },
    stateOf: async (eventId) => {
      const sql = "select state from money.provider_event where event_id = $1";
      return (await ownerQuery<{ state: string }>(app.database, sql, [eventId]))[0]?.state;
    },
  };
}

async function pay(app: TestApp, method: string): Promise<Paying> {
  const { body } = await app.call(SHOP, "POST /v1/orders", {
    lines: [{ sku: "U-3889316", quantity: 1 }],
    buyer: { email: "shop@example.org", name: "A shop", country: "EE" },
    delivery: { option: "email" },
  });
  const rootId = String(body.id).slice("ord_".length);
  const paid = await app.call(SHOP, `POST /v1/orders/ord_${rootId}/payment`, { method });
  equal(paid.status, 200, JSON.stringify(paid.body));
  const [row] = await ownerQuery<{ key: string; ref: string }>(
    app.database,
    `select key, provider_ref as ref from money.attempt where root_id = $1 and about = 'charge'`,
    [rootId],
  );
  ok(row);
  return { rootId, ...row };
}

/** Signs as Stripe's own code does for tests. */
function messenger(app: TestApp): StripeDesk["tell"] {
  const { webhooks } = new Stripe("sk_test_standin");
  let told = 0;
  return async ({ type, object, id, account }, { secret = SECRET, age = 0 } = {}) => {
    told += 1;
    const event = { id: id ?? `evt_${told}`, object: "event", type, ...(account && { account }) };
    const payload = JSON.stringify({ ...event, data: { object } });
    const timestamp = Math.floor(Date.now() / 1000) - age;
    const header = webhooks.generateTestHeaderString({ payload, secret, timestamp });
    const headers = { "content-type": "application/json", "stripe-signature": header };
    const reply = await app.http.inject({ method: "POST", url: "/v1/webhooks/stripe", payload, headers });
    await app.platform.jobs.drained();
    return { status: reply.statusCode, ...(reply.json() as { isNews?: boolean; code?: string }) };
  };
}

async function rowsOf(app: TestApp, rootId: string): Promise<Record<string, string>> {
  const rows = await ownerQuery<{ thing: string; state: string }>(
    app.database,
    `select 'charge' as thing, state from money.charge where root_id = $1
      union all
     select 'try ' || about || ' ' || no, state from money.attempt where root_id = $1
      union all
     select 'refund ' || no, state from money.refund where root_id = $1
      union all
     select 'dispute ' || no, state from money.dispute where root_id = $1
      union all
     select 'postings ' || source, sum(amount_minor)::text from money.posting
      where root_id = $1 group by source`,
    [rootId],
  );
  return Object.fromEntries(rows.map(({ thing, state }) => [thing, state]));
}
