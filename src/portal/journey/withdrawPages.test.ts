import { deepEqual, equal, match, ok } from "node:assert/strict";
import { after, before, test } from "node:test";
import { ownerPages } from "../../../test/support/ownerPages.ts";
import type { TestApp } from "../../../test/support/testApp.ts";
import { unionShop } from "../../../test/support/unionShop.ts";
import { listMail } from "../../platform/index.ts";

const OWNER = "owner ada@example.org";
let app: TestApp;
let pages: ReturnType<typeof ownerPages>;
before(async () => {
  app = await unionShop({});
  pages = ownerPages(app, OWNER);
});
after(() => app.stop());

async function ordered(more: object = {}, isPaid = true): Promise<string> {
  const placed = await app.call(OWNER, "POST /v1/orders", {
    lines: [{ sku: "U-3889316", quantity: 2 }],
    buyer: { name: "Ada", email: "ada@example.org", country: "PL", ...more },
    ...{ delivery: { option: "email" }, withdrawalShown: true },
  });
  equal(placed.status, 201, JSON.stringify(placed.body));
  const id = String(placed.body.id);
  if (isPaid) {
    await app.call(OWNER, `POST /v1/orders/${id}/payment`, { method: "test_success" });
    await app.platform.jobs.drained();
  }
  return id;
}

test("two steps without any script: the statement, the button, and what lasts of it", async () => {
  const id = await ordered();
  const here = `/orders/${id}/withdraw`;
  const first = await pages.open(here);
  match(first.text, /Withdraw from contract here/);
  match(first.text, /ada@example\.org/);
  const none = await pages.send(here, { lines: "" });
  equal(none.status, 400);
  match(none.text, /Choose at least one/);
  const chosen = await pages.send(here, { lines: "1" });
  equal(chosen.location, `${here}/confirm?lines=1`);
  const second = await pages.open(chosen.location ?? "");
  match(second.text, /I, Ada, withdraw from my contract of order/);
  match(second.text, /Confirm withdrawal/);
  const done = await pages.send(chosen.location ?? "", {}, `${here}/confirm`);
  equal(done.location, here);
  await app.platform.jobs.drained();
  const kept = await pages.open(here);
  match(kept.text, /You have withdrawn/);
  match(kept.text, /told on .*\(UTC\)/);
  const order = (await app.call(OWNER, `GET /v1/orders/${id}`)).body;
  deepEqual(
    (order.codes as { state: string }[]).filter(({ state }) => state === "sold"),
    [],
    "its codes stopped working",
  );
  const subjects = (await listMail(app.platform.config.dataFolder)).map(({ subject }) => subject);
  ok(subjects.includes(`You have withdrawn from order ${id}`), subjects.join("; "));
  const { data } = (await app.call("staff", "GET /v1/withdrawals?state=told")).body as {
    data: { id: string; order: string }[];
  };
  const told = data.find((one) => one.order === id);
  const answer = { answer: "Your money is on its way." };
  equal((await app.call("staff", `POST /v1/withdrawals/${told?.id}/answer`, answer)).status, 200);
  const twice = await app.call("staff", `POST /v1/withdrawals/${told?.id}/answer`, answer);
  deepEqual([twice.status, twice.body.code], [409, "withdrawal_answered"]);
  match((await pages.open(here)).text, /Your money is on its way\./);
});

test("sent twice it is one withdrawal", async () => {
  const id = await ordered();
  const confirm = `/orders/${id}/withdraw/confirm`;
  const form = { ...(await pages.hold(`${confirm}?lines=1`)) };
  await Promise.all([pages.sendHeld(confirm, form), pages.sendHeld(confirm, form)]);
  const { rows } = await app.platform.database.pool.query(
    "select count(*)::int as n from commerce.withdrawal where order_id = $1",
    [id.slice(4)],
  );
  equal(rows[0].n, 1);
});

test("an order that is not paid is dropped with it", async () => {
  const id = await ordered({}, false);
  const here = `/orders/${id}/withdraw`;
  await pages.send(`${here}/confirm?lines=1`, {}, `${here}/confirm`);
  equal((await app.call(OWNER, `GET /v1/orders/${id}`)).body.state, "cancelled");
  match((await pages.open(here)).text, /You have withdrawn/);
});

test("for a business, and when the time is over, there is nothing to withdraw from", async () => {
  const business = await ordered({ vatId: "PL5250000009" });
  const no = await pages.open(`/orders/${business}/withdraw`);
  equal(no.status, 409);
  match(no.text, /You cannot withdraw here/);
  const stranger = ownerPages(app, "owner bob@example.org");
  equal((await stranger.open(`/orders/${business}/withdraw`)).status, 404);
});
