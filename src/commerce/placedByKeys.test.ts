import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { ownerQuery } from "../../test/support/ownerQuery.ts";
import { type TestApp, testApp } from "../../test/support/testApp.ts";
import { type Caller, perform } from "../platform/index.ts";
import { placeOrder } from "./placeOrder/placeOrder.ts";

const order = {
  lines: [{ sku: "U-3889316", quantity: 1 }],
  buyer: { email: "ann@example.com", name: "Ann Tamm", country: "EE" },
  delivery: { option: "email" as const },
};
const RITA = "reseller rita@example.com";
const NEXT = `${RITA} again`;
const REX = "reseller rex@example.com";

describe("the orders of a member", () => {
  let app: TestApp;
  before(async () => {
    app = await testApp({ now: "2026-06-01T10:00:00Z" });
  });
  const place = async (as: Parameters<TestApp["call"]>[0]) => {
    const { status, body } = await app.call(as, "POST /v1/orders", order);
    assert.equal(status, 201, JSON.stringify(body));
    return String(body.id);
  };
  const show = async (as: Parameters<TestApp["call"]>[0], id: string) =>
    (await app.call(as, `GET /v1/orders/${id}`)).status;

  it("that an ended key placed are seen, paid and revealed by the next key of the same address", async () => {
    const id = await place(RITA);
    const { body: keys } = await app.call("manager", "GET /v1/keys");
    const ended = (keys.data as { id: string; email: string | null }[]).find(
      ({ email }) => email === "rita@example.com",
    );
    await app.call("manager", `POST /v1/keys/${ended?.id}/revocation`, {});
    assert.equal(await show(RITA, id), 401);
    assert.equal(await show(NEXT, id), 200);
    const { body: listed } = await app.call(NEXT, "GET /v1/orders");
    assert.deepEqual(
      (listed.data as { id: string }[]).map((seen) => seen.id),
      [id],
    );
    const paid = await app.call(NEXT, `POST /v1/orders/${id}/payment`, { method: "test_success" });
    assert.equal(paid.status, 200);
    await app.platform.jobs.drained();
    assert.equal((await app.call(NEXT, `POST /v1/orders/${id}/codes`, {})).status, 200);
  });

  it("are seen by nobody else: another address, or a key that names none", async () => {
    const id = await place(NEXT);
    const nameless = await place("reseller");
    assert.deepEqual([await show(REX, id), await show("reseller", id)], [404, 404]);
    assert.deepEqual([await show(NEXT, nameless), await show("reseller", nameless)], [404, 200]);
  });

  it("that their session placed are seen by their keys too, once the address was proved", async () => {
    const login = async (email: string, proved: boolean) => {
      await ownerQuery(
        app.database,
        `insert into identity.login (id, name, email, email_verified, created_at, updated_at)
         values ($1, '', $1, $2, now(), now())`,
        [email, proved],
      );
      const caller: Caller = { role: "reseller", id: `person:${email}`, email };
      const placed = await perform(app.platform, caller, placeOrder, order);
      return placed.reply?.id ?? assert.fail("the order was not placed");
    };
    const proved = await login("rita@example.com", true);
    const unproved = await login("rex@example.com", false);
    assert.deepEqual([await show(NEXT, proved), await show(REX, proved)], [200, 404]);
    assert.equal(await show(REX, unproved), 404);
  });
});
