import { equal, ok } from "node:assert/strict";
import { createHmac } from "node:crypto";
import { ownerQuery } from "./ownerQuery.ts";
import type { TestApp } from "./testApp.ts";

export const SECRET = "shpss_0123456789abcdef";
export const RESELLER = "01jz0000000000000000000001";
const SKU = "U-3889316";

/** How a message is sent. */
export interface Sent {
  readonly id?: string;
  readonly secret?: string;
  readonly shop?: string;
}

/** A message of a shop's, as the office sees it. */
export interface Message {
  readonly id: string;
  readonly state: string;
  readonly outcome: string | null;
  readonly details: Record<string, unknown>;
}

/** A shop elsewhere of a reseller, that tells us of its orders. */
export interface OtherShop {
  readonly shopId: string;
  connect(domain: string, method?: string): Promise<string>;
  /** Sends a message as the shop does: its bytes signed. */
  tell(
    topic: string,
    body: object | string,
    how?: Sent,
  ): Promise<{ status: number; body: Record<string, unknown> }>;
  /** What a shop's order came to: its codes by state. */
  codesOf(order: number): Promise<Record<string, number>>;
  messagesOf(order: number, shop?: string): Promise<Message[]>;
}

/** Opens it: CARE there is a plan here, a MUG is nothing of ours. */
export async function otherShop(app: TestApp): Promise<OtherShop> {
  let sent = 0;
  await ownerQuery(
    app.database,
    `insert into commerce.reseller (reseller_id, name, email, country, customer_group, regions, currency,
                                    credit_minor, begins_on, created_at)
     values ($1, 'Tamm Foto', 'buy@tamm.example', 'EE', 'wholesale', '{EU}', 'EUR', 100000000,
             '2026-01-01', now())`,
    [RESELLER],
  );
  async function connect(domain: string, method = "test_success"): Promise<string> {
    const shop = { reseller: `rsl_${RESELLER}`, domain, secret: SECRET, method };
    const { status, body } = await app.call("manager", "POST /v1/shops", {
      ...shop,
      skus: [
        { theirs: "CARE", ours: SKU },
        { theirs: "MUG", ours: null },
      ],
    });
    equal(status, 201, JSON.stringify(body));
    ok(!JSON.stringify(body).includes(SECRET), "the secret is shown to nobody");
    return String(body.id);
  }

  const shopId = await connect("tamm.example");
  async function tell(
    topic: string,
    body: object | string,
    { id, secret = SECRET, shop = shopId }: Sent = {},
  ) {
    const payload = Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
    sent += 1;
    const answer = await app.http.inject({
      method: "POST",
      url: `/v1/shops/${shop}/messages`,
      payload,
      headers: {
        "content-type": "application/json",
        "x-shopify-topic": topic,
        "x-shopify-webhook-id": id ?? `message-${sent}`,
        "x-shopify-hmac-sha256": createHmac("sha256", secret).update(payload).digest("base64"),
      },
    });
    return { status: answer.statusCode, body: answer.json() as Record<string, unknown> };
  }

  async function codesOf(order: number): Promise<Record<string, number>> {
    await app.platform.jobs.drained();
    const rows = await ownerQuery<{ state: string; count: number }>(
      app.database,
      `select code.state, count(*)::integer as count from contracts.code
         join commerce.shop_sale as sale using (order_id)
        where sale.shop_order = $1 group by code.state`,
      [String(order)],
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  }

  async function messagesOf(order: number, shop = shopId): Promise<Message[]> {
    const { body } = await app.call("manager", `GET /v1/shops/${shop}/messages?limit=200`);
    return (body.data as (Message & { shopOrder: string })[]).filter(
      ({ shopOrder }) => shopOrder === String(order),
    );
  }
  return { shopId, connect, tell, codesOf, messagesOf };
}

export const line = (id: number, quantity: number, sku = "CARE", more = {}) => ({
  id,
  sku,
  quantity,
  ...more,
});

export const paid = (id: number, lines: object[], more = {}) => ({
  ...{ id, updated_at: "2026-11-21T09:00:00Z", email: "jo@example.com" },
  ...{ customer: { first_name: "Jo", last_name: "Kask" }, line_items: lines, ...more },
});

export const refund = (id: number, order: number, pieces: Record<number, number>) => ({
  ...{ id, order_id: order },
  refund_line_items: Object.entries(pieces).map(([item, quantity]) => ({
    ...{ line_item_id: Number(item), quantity },
  })),
});
