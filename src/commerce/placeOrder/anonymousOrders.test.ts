import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";
import { newId } from "../../platform/index.ts";

const order = {
  lines: [{ sku: "U-3889316", quantity: 1 }],
  buyer: { email: "guest@example.com", name: "Guest", country: "EE" },
  delivery: { option: "email" },
};

describe("orders of nobody in particular", () => {
  let app: TestApp;
  before(async () => {
    app = await testApp({ now: "2026-06-01T10:00:00Z", settings: { anonymousOrders: "3" } });
  });
  const place = async (from: string, headers: Record<string, string> = {}, url = "/v1/orders") =>
    await app.http.inject({
      ...{ method: "POST", url, payload: order, remoteAddress: from },
      headers: { "idempotency-key": newId(Temporal.Now.instant()), ...headers },
    });
  const statusesFrom = async (from: string, count: number) =>
    (await Promise.all(Array.from({ length: count }, () => place(from))))
      .map(({ statusCode }) => statusCode)
      .toSorted((one, other) => one - other);

  it("are three an hour from one network, however many are sent at once, and then again", async () => {
    const statuses = await statusesFrom("203.0.113.7", 8);
    assert.deepEqual(statuses, [201, 201, 201, 429, 429, 429, 429, 429]);
    const refused = await place("203.0.113.7");
    assert.equal(refused.json().code, "too_many_tries");
    assert.ok(Number(refused.headers["retry-after"]) > 3500);
    assert.equal((await place("203.0.113.8")).statusCode, 201);
    await ownerQuery(app.database, "update identity.spent_try set started_at = started_at - interval '1 h'");
    assert.equal((await place("203.0.113.7")).statusCode, 201);
  });

  it("of one IPv6 network are counted together", async () => {
    const statuses = [];
    for (const host of ["1", "2", "3", "4"]) {
      statuses.push((await place(`2001:db8:1:2::${host}`)).statusCode);
    }
    assert.deepEqual(statuses, [201, 201, 201, 429]);
  });

  it("cost nothing when they are only asked for, refused or repeated", async () => {
    const from = "203.0.113.20";
    for (let asked = 0; asked < 5; asked += 1) {
      assert.equal((await place(from, {}, "/v1/orders?dryRun=true")).statusCode, 200);
      assert.equal((await place(from, { "idempotency-key": "the-same-order-again" })).statusCode, 201);
    }
    assert.deepEqual(await statusesFrom(from, 3), [201, 201, 429]);
  });

  it("are still counted for whoever opens a link, and not for a key", async () => {
    const from = "203.0.113.30";
    const link = String((await place(from)).json().link);
    const statuses = [];
    for (let placed = 0; placed < 3; placed += 1) {
      statuses.push((await place(from, { "x-evermend-link": link })).statusCode);
    }
    assert.deepEqual(statuses, [201, 201, 429]);
    const authorization = await app.authorization("reseller");
    assert.equal((await place(from, { authorization })).statusCode, 201);
  });
});
