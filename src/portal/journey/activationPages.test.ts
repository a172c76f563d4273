import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ownerPages } from "../../../test/support/ownerPages.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";

const email = "ada@example.org";
const holder = { name: "Ada", email, region: "EU" };
const known = { ...holder, firstUse: "known", firstUsedTime: "" };

let app: TestApp;
let codes: string[];

before(async () => {
  app = await testApp({ now: "2026-06-13T10:00:00Z" });
  const { body } = await app.call("reseller", "POST /v1/orders", {
    lines: [{ sku: "U-3889316", quantity: 7 }],
    buyer: { email: "shop@example.org", name: "A shop", country: "PL" },
    delivery: { option: "email" },
  });
  await app.call("reseller", `POST /v1/orders/${body.id}/payment`, { method: "test_success" });
  await app.platform.jobs.drained();
  const revealed = await app.call("reseller", `POST /v1/orders/${body.id}/codes`, {});
  codes = (revealed.body.data as { code: string }[]).map(({ code }) => code);
});

after(() => app.stop());

function nextCode(): string {
  const code = codes.pop();
  assert.ok(code !== undefined);
  return code;
}

/** A browser that has entered a code. */
async function withCode(code = nextCode()) {
  const pages = ownerPages(app, `owner ${email}`);
  const { location } = await pages.send("/activate", { code });
  assert.equal(location, "/activate/device");
  return pages;
}

test("too late: the code is unharmed, the days are those that were told, and how late it is", async () => {
  const pages = await withCode();
  const late = { ...known, serial: "AC4LATE00001", firstUsedOn: "2026-04-01" };
  const { status, text } = await pages.send("/activate/device", late);
  assert.equal(status, 409);
  assert.match(text, /Your code was not used: it stays good/);
  assert.match(text, /Counted from start of Wed 1 Apr/);
  assert.match(text, /That is 43 days too late/);
  assert.doesNotMatch(text, /would have to be/);
  assert.match(text, /Try another device or code Write to us/);
});

test("another region: both ways out are named, in words", async () => {
  const pages = await withCode();
  const { text } = await pages.send("/activate/device", {
    ...known,
    ...{ serial: "AC4REGION001", firstUsedOn: "2026-06-01", region: "US" },
  });
  assert.match(text, /A code for United States/);
  assert.match(text, /The device bought in European Union, if the answer was a slip/);
});

test("a serial of an unusual form is still called by the model of its code", async () => {
  const pages = await withCode();
  await pages.send("/activate/device", { ...known, serial: "ZZZZ1234567", firstUsedOn: "2026-06-01" });
  assert.match((await pages.open("/activate/check")).text, /fits this Osmo Action 4/);
});

test("what another window changed is shown again before a code is used on it", async () => {
  const pages = await withCode();
  const first = { ...known, serial: "AC4FIRST0001", firstUsedOn: "2026-06-01" };
  await pages.send("/activate/device", first);
  const held = await pages.hold("/activate/check");
  await pages.send("/activate/device", { ...first, serial: "AC4SECOND001" });
  const stale = await pages.sendHeld("/activate/check", held);
  assert.equal(stale.status, 409);
  assert.match(stale.text, /Your answers were changed in another window/);
  assert.match(stale.text, /AC4S ECON D001/);
  const fresh = await pages.send("/activate/check", {});
  assert.equal(fresh.location, "/activate/done");
  assert.match((await pages.open("/cover/AC4FIRST0001")).text, /We do not know this serial yet/);
});

test("an immediate start is asked for by a tick alone, and kept with the plan", async () => {
  for (const [serial, tick, asked] of [
    ["AC4START0001", {}, false],
    ["AC4START0002", { startNow: "yes" }, true],
  ] as const) {
    const pages = await withCode();
    await pages.send("/activate/device", { ...known, serial, firstUsedOn: "2026-06-01" });
    const { html, text } = await pages.open("/activate/check");
    assert.match(text, /Without it cover starts all the same, and you get everything back/);
    assert.match(html, /<input\s+type="checkbox" id="startNow"/);
    assert.doesNotMatch(html, /<input\s+type="checkbox"[^>]* checked/);
    assert.equal((await pages.send("/activate/check", tick)).location, "/activate/done");
    const [row] = await ownerQuery<{ asked: boolean }>(
      app.database,
      `select (purchase->>'expressRequest')::boolean as asked
         from contracts.contract join contracts.device using (device_id) where serial = $1`,
      [serial],
    );
    assert.equal(row?.asked, asked);
  }
});

test("signing out leaves nothing of the answers in the browser", async () => {
  const pages = await withCode();
  await pages.send("/activate/device", { ...known, serial: "AC4SHARED001", firstUsedOn: "2026-06-01" });
  await pages.send("/activate/check", {});
  assert.match((await pages.open("/activate/done")).text, /Your device is covered/);
  await pages.send("/cover", {}, "/sign-out");
  assert.equal((await pages.open("/activate/done")).location, "/activate");
});
