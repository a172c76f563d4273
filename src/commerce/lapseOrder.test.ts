import { deepEqual, equal } from "node:assert/strict";
import { before, test } from "node:test";
import { invariantSweep } from "../../test/support/invariantSweep.ts";
import { type Answer, type TestApp, testApp } from "../../test/support/testApp.ts";
import { eventsOf } from "../platform/index.ts";

const body = {
  lines: [{ sku: "U-3889316", quantity: 2 }],
  buyer: { email: "ann@example.com", name: "Ann Tamm", country: "EE" },
  delivery: { option: "email" },
};
let app: TestApp;
before(async () => {
  app = await testApp({ now: "2026-06-01T10:00:00Z" });
});

const place = async () => String((await app.call("reseller", "POST /v1/orders", body)).body.id);
const pay = (id: string, method = "test_success"): Promise<Answer> =>
  app.call("reseller", `POST /v1/orders/${id}/payment`, { method });
const show = (id: string): Promise<Answer> => app.call("reseller", `GET /v1/orders/${id}`);
const types = async (id: string) =>
  (await eventsOf(app.platform.database, id.slice(4))).map(({ type }) => type);

test("a stranger is given the link that pays and opens the order, and it is not kept", async () => {
  const placed = await app.call("public", "POST /v1/orders", body);
  const link = { "x-evermend-link": String(placed.body.link) };
  const paid = await app.call(
    "public",
    `POST /v1/orders/${placed.body.id}/payment`,
    { method: "test_success" },
    link,
  );
  equal(paid.body.state, "captured");
  const { rows } = await app.platform.database.pool.query(
    "select 1 from platform.idempotency where body::text like '%\"link\"%'",
  );
  equal(rows.length, 0);
  equal((await app.call("reseller", "POST /v1/orders", body)).body.link, undefined);
});

test("an order nobody pays for lapses after a week, unless its money is on its way", async () => {
  const [unpaid, underway, paid] = [await place(), await place(), await place()];
  await pay(paid);
  await app.platform.jobs.drained();
  await app.moveTo("2026-06-08T09:59:59Z");
  equal((await show(unpaid)).body.state, "placed");
  await pay(underway, "test_pending");
  await app.moveTo("2026-06-08T10:00:00Z");
  const states = async (ids: string[]) =>
    await Promise.all(ids.map(async (id) => (await show(id)).body.state));
  deepEqual(await states([unpaid, underway, paid]), ["cancelled", "placed", "delivered"]);
  deepEqual((await types(unpaid)).slice(-2), ["ChargeCancelled", "OrderLapsed"]);
  equal((await pay(unpaid)).body.code, "order_not_open");
  await app.moveTo("2026-06-10T10:00:00Z");
  deepEqual(await states([underway]), ["delivered"]);
});

test("after all of it, no invariant is broken", async () => {
  deepEqual(await invariantSweep(app.database), []);
});
