import { deepEqual, equal } from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { comesTo } from "../support/comesTo.ts";
import { ownerQuery } from "../support/ownerQuery.ts";
import { violationsIn } from "../support/soldPlans.ts";
import { type TestApp, testApp } from "../support/testApp.ts";
import type { TestDatabase } from "../support/testDatabase.ts";
import { serveMoney } from "./money/servedMoney.ts";

const SECRET = "shpss_0123456789abcdef";
const RESELLER = "01jz0000000000000000000001";

/** Every named place between reading a shop's order and having given it what it wants. */
const POINTS = ["shop_order_planned", "shop_order_placed", "shop_order_paid"] as const;

describe("the process is killed while it works a shop's order", () => {
  let app: TestApp;
  let shopId = "";
  before(async () => {
    app = await testApp({ now: "2026-11-21T09:00:00Z" });
    await ownerQuery(
      app.database,
      `insert into commerce.reseller (reseller_id, name, email, country, customer_group, regions, currency,
                                      begins_on, created_at)
       values ($1, 'Tamm Foto', 'buy@tamm.example', 'EE', 'wholesale', '{EU}', 'EUR', '2026-01-01', now())`,
      [RESELLER],
    );
    const { body } = await app.call("manager", "POST /v1/shops", {
      ...{ reseller: `rsl_${RESELLER}`, domain: "tamm.example", secret: SECRET, method: "test_success" },
      skus: [{ theirs: "CARE", ours: "U-3889316" }],
    });
    shopId = String(body.id);
    // From here on others work what this one keeps.
    await app.platform.jobs.stop();
  });
  after(() => app.stop());

  for (const [place, point] of POINTS.entries()) {
    it(`at ${point}: it is ordered and paid once all the same`, async () => {
      const order = place + 1;
      const payload = Buffer.from(
        JSON.stringify({
          ...{ id: order, updated_at: "2026-11-21T09:00:00Z", email: "jo@example.com" },
          line_items: [{ id: 1, sku: "CARE", quantity: 2 }],
        }),
      );
      const answer = await app.http.inject({
        ...{ method: "POST", url: `/v1/shops/${shopId}/messages`, payload },
        headers: {
          "content-type": "application/json",
          "x-shopify-topic": "orders/paid",
          "x-shopify-webhook-id": `message-${order}`,
          "x-shopify-hmac-sha256": createHmac("sha256", SECRET).update(payload).digest("base64"),
        },
      });
      equal(answer.statusCode, 200, answer.body);
      const doomed = await serveMoney(app, { point: `${point}:1` });
      equal(await doomed.died(), "SIGKILL", "it came to the point");
      const heir = await serveMoney(app);
      const isDone = async () => (await stateOf(order)) === "done" && (await codesOf(order)) >= 2;
      await comesTo("the order is delivered", isDone);
      await heir.stop();
      deepEqual(await codesOf(order), 2);
      deepEqual(await ordersOf(order), [{ state: "delivered", captured: 1 }]);
      deepEqual(await violationsIn(app.database as TestDatabase), []);
    });
  }

  async function stateOf(order: number): Promise<string | undefined> {
    const rows = await ownerQuery<{ state: string }>(
      app.database,
      "select state from commerce.shop_message where shop_order = $1",
      [String(order)],
    );
    return rows[0]?.state;
  }

  async function codesOf(order: number): Promise<number> {
    const rows = await ownerQuery<{ count: number }>(
      app.database,
      `select count(*)::integer as count from contracts.code
         join commerce.shop_sale as sale using (order_id)
        where sale.shop_order = $1 and code.state = 'sold'`,
      [String(order)],
    );
    return rows[0]?.count ?? 0;
  }

  /** Every order there is of the shop's, also one that was placed and not noted. */
  async function ordersOf(order: number): Promise<object[]> {
    return await ownerQuery(
      app.database,
      `select o.state, (select count(*)::integer from money.charge as c
                         where c.root_id = o.order_id and c.state = 'captured') as captured
         from commerce.order as o
        where o.placed_by = $1 and not exists (
          select from commerce.shop_sale as s where s.order_id = o.order_id and s.shop_order <> $2)`,
      [`shop:${shopId.slice(4)}`, String(order)],
    );
  }
});
