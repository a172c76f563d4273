import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { buyPlan, openPhone, type Phone, passDays, signIn } from "../../../test/support/openPhone.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";
import type { Platform } from "../../platform/index.ts";

const email = "jan@example.com";

let app: TestApp;
let platform: Platform;
let phone: Phone;

before(async () => {
  app = await testApp();
  ({ platform } = app);
  phone = await openPhone(platform, app.http);
});

after(async () => {
  await phone.close();
  await app.stop();
});

test("a one-year plan is bound to a new aircraft, and another year is added before it ends", async () => {
  const { page, press, answer, heading, follow, text } = phone;
  const code = await buyPlan(phone, "CARE-1Y-MAVIC-MINI", email);
  await page.goto("/activate");
  await answer({ code });
  await press("Continue");
  await answer({ serial: "MVM7654321", name: "Jan Kowalski", email });
  await page.check("#firstUse-never");
  await page.selectOption("#region", "EU");
  await press("Continue");
  await press("Activate plan");
  assert.equal(await heading(), "Your device is covered");

  await passDays(platform, 300);
  await page.goto("/devices");
  await signIn(phone, platform, email);
  await follow(/Mavic Mini/);
  assert.match(await text(), /2 of 2 replacements left/);
  await follow("See Care Refresh+");
  assert.match(await text(), /Cover would run until/);
  await press("Add and pay");
  assert.match(await phone.alert(), /Choose how you pay/);
  await page.check("input[value=test_success]");
  await press("Add and pay");
  await phone.lookAgain();
  assert.match(await text(), /Care Refresh\+/);
  assert.equal(await page.getByRole("link", { name: "See Care Refresh+" }).count(), 0);

  await page.goto("/cover/MVM7654321");
  const ends = platform.clock.now().add({ hours: 24 * (65 + 365) });
  assert.match(await heading(), new RegExp(`Covered until .* ${ends.toString().slice(0, 4)}`));
});

test("with the window over, an aircraft is led to the video check", async () => {
  const { page, press, answer, heading, follow, text } = phone;
  const code = await buyPlan(phone, "CARE-1Y-MAVIC-MINI", email);
  await page.goto("/activate");
  await answer({ code });
  await press("Continue");
  await answer({ serial: "MVM1111111", name: "Jan Kowalski", email });
  await page.check("#firstUse");
  const threeDaysAgo = platform.clock.now().subtract({ hours: 72 }).toString().slice(0, 10);
  await answer({ firstUsedOn: threeDaysAgo, firstUsedTime: "09:30" });
  await page.selectOption("#region", "EU");
  await press("Continue");
  assert.equal(await heading(), "This plan cannot start on this device");
  assert.match(await text(), /Allowed for 48 hours, until/);
  await follow("Show us on video that it works");
  assert.equal(await heading(), "Show us your device on video");
  assert.match(await text(), /First the label of the aircraft/);
  assert.equal(await page.inputValue("#serial"), "MVM1111111");
});
