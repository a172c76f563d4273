import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ownerPages } from "../../../test/support/ownerPages.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";

const owner = "owner jan@example.org";

let app: TestApp;
let codes: string[];

before(async () => {
  app = await testApp({ now: "2026-06-13T10:00:00Z" });
  const { body } = await app.call("reseller", "POST /v1/orders", {
    lines: [{ sku: "CARE-1Y-MAVIC-MINI", quantity: 4 }],
    buyer: { email: "shop@example.org", name: "A shop", country: "PL" },
    delivery: { option: "email" },
  });
  await app.call("reseller", `POST /v1/orders/${body.id}/payment`, { method: "test_success" });
  await app.platform.jobs.drained();
  const revealed = await app.call("reseller", `POST /v1/orders/${body.id}/codes`, {});
  codes = (revealed.body.data as { code: string }[]).map(({ code }) => code);
});

after(() => app.stop());

/** A one-year plan that may be prolonged. */
async function plan(serial: string): Promise<{ id: string; deviceId: string }> {
  const { status, body } = await app.call("integrator", "POST /v1/activations", {
    ...{ code: codes.pop(), serial },
    device: { activatedAt: "never", region: "EU" },
    holder: { name: "Jan", email: "jan@example.org" },
  });
  assert.equal(status, 201, JSON.stringify(body));
  return body.contract as { id: string; deviceId: string };
}

test("a renewal whose payment is on its way says so, and asks for no second one", async () => {
  const pages = ownerPages(app, owner);
  const { id } = await plan("MVM0000001");
  const { location } = await pages.send(`/renew/${id}`, { method: "test_pending" });
  assert.equal(location, `/renew/${id}`);
  const { text, leadsTo } = await pages.open(`/renew/${id}`);
  assert.match(text, /Your renewal is being paid/);
  assert.doesNotMatch(text, /not open|Add and pay/);
  assert.ok(leadsTo.includes(`/renew/${id}`), "one can look again");
});

test("a renewal that is paid leads to the device; asked again, it is there already", async () => {
  const pages = ownerPages(app, owner);
  const { id, deviceId } = await plan("MVM0000002");
  const { location } = await pages.send(`/renew/${id}`, { method: "test_success" });
  assert.equal(location, `/devices/${deviceId}`);
  await app.platform.jobs.drained();
  const device = await pages.open(location ?? "");
  assert.match(device.text, /Care Refresh\+ follows, from \w+ \d+ \w+ 20\d\d to/);
  const { text } = await pages.open(`/renew/${id}`);
  assert.match(text, /Your plan is renewed already/);
});

test("somebody else's plan cannot be seen there, nor paid for", async () => {
  const { id } = await plan("MVM0000003");
  const mallory = ownerPages(app, "owner mallory@example.org");
  assert.equal((await mallory.open(`/renew/${id}`)).status, 404);
  const form = await mallory.hold("/cover");
  const sent = await mallory.sendHeld(`/renew/${id}`, { ...form, method: "test_success" });
  assert.equal(sent.status, 404);
});

test("another price than the one that was seen is shown before it is owed", async () => {
  const pages = ownerPages(app, owner);
  const { id } = await plan("MVM0000004");
  const seen = await pages.hold(`/renew/${id}`);
  const dearer = "update catalogue.price set gross_minor = gross_minor + 100, net_minor = net_minor + 100";
  await ownerQuery(app.database, dearer);
  const sent = await pages.sendHeld(`/renew/${id}`, { ...seen, method: "test_success" });
  assert.equal(sent.status, 400);
  assert.match(sent.text, /The price has changed since you saw it/);
  const again = await pages.hold(`/renew/${id}`);
  const paid = await pages.sendHeld(`/renew/${id}`, { ...again, method: "test_success" });
  assert.match(paid.location ?? "", /^\/devices\//);
});
