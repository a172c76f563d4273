import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  line,
  type Message,
  type OtherShop,
  otherShop,
  paid,
  RESELLER,
  refund,
  SECRET,
} from "../../../test/support/otherShop.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";
import { listMail } from "../../platform/index.ts";

const SKU = "U-3889316";

let app: TestApp;
let shop: OtherShop;
let shopId = "";
let connect: OtherShop["connect"];
let tell: OtherShop["tell"];
let codesOf: OtherShop["codesOf"];
let messagesOf: OtherShop["messagesOf"];

before(async () => {
  app = await testApp({ now: "2026-11-21T09:00:00Z" });
  shop = await otherShop(app);
  ({ shopId, connect, tell, codesOf, messagesOf } = shop);
});
after(() => app.stop());

const statesOf = async (order: number) =>
  (await messagesOf(order)).map(({ state, outcome }) => [state, outcome]);

describe("a paid order of a shop elsewhere", () => {
  test("becomes an order of its reseller, and its codes go to the customer, without our price", async () => {
    const { status, body } = await tell("orders/paid", paid(1, [line(11, 2), line(12, 3, "MUG")]));
    deepEqual([status, body], [200, { received: true, isNews: true }]);
    deepEqual(await codesOf(1), { sold: 2 });
    deepEqual(await statesOf(1), [["done", null]]);
    const letters = (await listMail(app.platform.config.dataFolder)).filter(
      ({ subject }) => subject === "Your 2 plan codes",
    );
    deepEqual(
      letters.map(({ to }) => to),
      ["jo@example.com"],
      "and nobody else has them",
    );
    const [kept] = await ownerQuery<{ content: unknown; reseller: string }>(
      app.database,
      `select m.content, o.reseller_id as reseller from commerce.shop_message as m
         join commerce.shop_sale using (shop_id, shop_order) join commerce.order as o using (order_id)
        where m.shop_order = '1'`,
    );
    deepEqual(kept, { content: null, reseller: RESELLER });
  });

  test("told again, by the same message or another, at once twenty times, is the same order", async () => {
    const order = paid(2, [line(21, 1)]);
    const told = await Promise.all(
      Array.from({ length: 20 }, (_, place) => tell("orders/paid", order, { id: `again-${place % 4}` })),
    );
    deepEqual(new Set(told.map(({ status }) => status)), new Set([200]));
    equal(told.filter(({ body }) => body.isNews).length, 1);
    deepEqual(await codesOf(2), { sold: 1 });
  });

  test("that is edited gives what is missing, and takes back what is too much", async () => {
    await tell("orders/paid", paid(3, [line(31, 2)]));
    await codesOf(3);
    await tell("orders/paid", paid(3, [line(31, 5)], { updated_at: "2026-11-21T09:05:00Z" }));
    deepEqual(await codesOf(3), { sold: 5 });
    const less = paid(3, [line(31, 5, "CARE", { current_quantity: 4 })]);
    await tell("orders/paid", { ...less, updated_at: "2026-11-21T09:06:00Z" });
    deepEqual(await codesOf(3), { sold: 4, void: 1 });
  });

  test("with a SKU that nobody mapped waits, orders nothing, and is worked when it is mapped", async () => {
    await tell("orders/paid", paid(4, [line(41, 1, "NEW"), line(42, 1)]));
    deepEqual(await codesOf(4), {});
    const [waiting] = await messagesOf(4);
    deepEqual(
      [waiting?.state, waiting?.outcome, waiting?.details],
      ["waiting", "sku_unknown", { skus: ["NEW"] }],
    );
    const skus = ["CARE", "NEW"].map((theirs) => ({ theirs, ours: SKU }));
    const { status } = await app.call("manager", `POST /v1/shops/${shopId}/settings`, {
      skus: [...skus, { theirs: "MUG", ours: null }],
    });
    equal(status, 200);
    deepEqual(await codesOf(4), { sold: 2 });
    deepEqual(await statesOf(4), [["done", null]]);
  });

  test("that cannot be paid waits, and is paid once when it is tried again", async () => {
    const poor = await connect("poor.example", "test_decline");
    await tell("orders/paid", paid(5, [line(51, 1)]), { shop: poor, id: "poor" });
    deepEqual(await codesOf(5), {});
    const [waiting] = await messagesOf(5, poor);
    equal(waiting?.outcome, "payment_missing", JSON.stringify(waiting));
    await app.call("manager", `POST /v1/shops/${poor}/settings`, { method: "test_success" });
    const retry = () => app.call("manager", `POST /v1/shops/${poor}/messages/poor/retry`);
    const statuses = (await Promise.all([retry(), retry(), retry()])).map(({ status }) => status);
    deepEqual(
      statuses.toSorted((one, other) => one - other),
      [200, 409, 409],
    );
    deepEqual(await codesOf(5), { sold: 1 });
  });
});

describe("a refund of a shop elsewhere", () => {
  test("takes unused codes of its lines out of use and credits them; used ones stay, told", async () => {
    await tell("orders/paid", paid(6, [line(61, 3)]));
    await codesOf(6);
    const mail = (await listMail(app.platform.config.dataFolder)).filter(({ subject }) =>
      subject.includes("3 plan codes"),
    );
    const codes = mail[0]?.text.match(/\b[0-9A-Z]{4}(-[0-9A-Z]{4}){6}\b/g) ?? [];
    const used = await app.call("integrator", "POST /v1/activations", {
      ...{ code: codes[0], serial: "AC4SHOP00001", holder: { name: "Jo", email: "jo@example.com" } },
      device: { activatedAt: "never", region: "EU" },
    });
    equal(used.status, 201, JSON.stringify(used.body));
    await tell("refunds/create", refund(601, 6, { 61: 1 }));
    deepEqual(await codesOf(6), { redeemed: 1, sold: 1, void: 1 });
    await tell("refunds/create", refund(602, 6, { 61: 2 }), { id: "used" });
    deepEqual(await codesOf(6), { redeemed: 1, void: 2 });
    const told = (await messagesOf(6)).find(({ id }) => id === "used");
    deepEqual([told?.state, told?.details], ["done", { voided: 1, used: 1 }]);
    const credited = await ownerQuery<{ state: string; count: number }>(
      app.database,
      `select r.state, count(*)::integer as count from money.refund as r
         join commerce.shop_sale as s on s.order_id = r.root_id where s.shop_order = '6' group by 1`,
    );
    deepEqual(credited, [{ state: "paid", count: 2 }]);
  });

  test("told before its order leaves less to order; told twice it counts once", async () => {
    await tell("refunds/create", refund(701, 7, { 71: 1 }));
    deepEqual(await codesOf(7), {});
    deepEqual(await statesOf(7), [["done", "order_not_told"]]);
    await tell("refunds/create", refund(701, 7, { 71: 1 }));
    await tell("orders/paid", paid(7, [line(71, 3)]));
    deepEqual(await codesOf(7), { sold: 2 });
  });

  test("at once with its order, and with itself, ends as one after the other", async () => {
    const messages = [8, 9, 10, 11].flatMap((order) => [
      () => tell("orders/paid", paid(order, [line(order * 10, 2)])),
      () => tell("refunds/create", refund(order * 100, order, { [order * 10]: 1 })),
      () => tell("refunds/create", refund(order * 100, order, { [order * 10]: 1 })),
    ]);
    await Promise.all(messages.map((one) => one()));
    for (const order of [8, 9, 10, 11]) {
      equal((await codesOf(order)).sold, 1, `order ${order}`);
    }
    deepEqual(await violationsIn(app.database as TestDatabase), []);
  });
});

describe("a message that is not a shop's", () => {
  const count = async () =>
    (
      await ownerQuery<{ count: number }>(
        app.database,
        "select count(*)::integer as count from commerce.shop_message",
      )
    )[0]?.count;

  test("is refused and leaves nothing: another secret, none, another byte, no such shop", async () => {
    const before = await count();
    const nowhere = "shp_01jz0000000000000000000009";
    const forged = [
      await tell("orders/paid", paid(90, [line(1, 1)]), { secret: "another" }),
      await tell("orders/paid", paid(90, [line(1, 1)]), { secret: "" }),
      await tell("orders/paid", paid(90, [line(1, 1)]), { shop: nowhere }),
    ];
    for (const { status, body } of forged) {
      deepEqual([status, body.code], [401, "signature_not_valid"]);
    }
    const unsigned = await app.http.inject({
      method: "POST",
      url: `/v1/shops/${shopId}/messages`,
      payload: "{}",
    });
    equal(unsigned.statusCode, 401);
    equal(await count(), before);
  });

  test("or none of our business is kept as ignored: an unknown topic, what cannot be read", async () => {
    for (const [topic, body, outcome] of [
      ["products/update", { id: 1 }, "topic_unknown"],
      ["orders/paid", "not json", "not_readable"],
      ["refunds/create", { id: 1 }, "not_readable"],
    ] as const) {
      equal((await tell(topic, body, { id: outcome + topic })).status, 200);
      const { body: listed } = await app.call("manager", `GET /v1/shops/${shopId}/messages?state=ignored`);
      const kept = (listed.data as Message[]).find(({ id }) => id === outcome + topic);
      equal(kept?.outcome, outcome);
    }
  });

  test("is too large, lacks its headers, or is for a shop that is off: a clear error each", async () => {
    equal((await tell("orders/paid", "x".repeat(1_100_000))).status, 413);
    equal((await tell("", paid(91, [line(1, 1)]))).status, 400);
    const off = await connect("off.example");
    await app.call("manager", `POST /v1/shops/${off}/settings`, { state: "off" });
    equal((await tell("orders/paid", paid(91, [line(1, 1)]), { shop: off })).status, 404);
    deepEqual(await codesOf(91), {});
  });

  test("cannot be made by who reads what is kept: the secret is sealed", async () => {
    const rows = await ownerQuery<{ secret: Buffer }>(
      app.database,
      "select secret from commerce.shop_connection",
    );
    ok(rows.every(({ secret }) => !secret.includes(SECRET)));
    const again = await app.call("manager", "POST /v1/shops", {
      ...{ reseller: `rsl_${RESELLER}`, domain: "tamm.example", secret: SECRET, method: "balance" },
    });
    deepEqual([again.status, again.body.code], [409, "shop_connected"]);
    match(JSON.stringify((await app.call("manager", "GET /v1/shops")).body), /tamm\.example/);
  });
});
