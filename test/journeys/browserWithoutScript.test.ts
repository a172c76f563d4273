import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../support/browser.ts";
import { warsaw } from "../support/cases.ts";
import { type OwnerPhone, openOwnerPhone } from "../support/ownerPhone.ts";
import {
  activatePlan,
  buyPlan,
  choosePlanAndPay,
  type Owner,
  reportDrop,
  signInByMail,
} from "../support/ownerSteps.ts";
import { type ServedEvermend, servedEvermend } from "../support/servedEvermend.ts";
import { atEnd } from "../support/testDatabase.ts";
import { innocent } from "./claimSteps.ts";

const jan: Owner = { name: "Jan Kowalski", email: "jan@example.org", serial: "AC4B3T8W5X2Z" };
const NEW_SERIAL = "AC4C6V1N4P7S";

let served: ServedEvermend;
let browser: Browser;
let phone: OwnerPhone;
let caseId = "";

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  served = await servedEvermend("2026-06-13T10:00:00Z");
  phone = await openOwnerPhone(browser, served.url, { scripts: false });
});

test("scripts really are off", async () => {
  await phone.page.setContent(`<script>document.title = "on"</script>`);
  assert.equal(await phone.page.title(), "");
});

test("he buys a plan and activates it", async () => {
  const code = await buyPlan(phone, served, jan);
  assert.equal(await activatePlan(phone, jan, { code, firstUsedOn: "2026-06-01" }), 4);
});

test("he reports that it fell, and gets the same first answer", async () => {
  await served.moveTo("2026-09-05T10:00:00Z");
  await phone.open("/devices");
  await signInByMail(phone, served, jan.email);
  assert.equal(await phone.heading(), "My devices");
  assert.ok((await reportDrop(phone, "2026-09-04")) <= 9);
  assert.equal(await phone.heading(), "This looks covered");
  await phone.page.goBack();
  assert.equal(await phone.heading(), "There is an open case for this device");
  await phone.page.goForward();
  assert.equal(await phone.heading(), "This looks covered");
  assert.match(await phone.text(), /The fee is 119\.00\sPLN/);
  await phone.follow("Go to the case");
  caseId = /clm_\w+/.exec(phone.page.url())?.[0] ?? "";
});

test("he chooses the replacement and pays for it", async () => {
  const bench = await served.as("staff");
  const parts = ["camera", "battery"] as const;
  const parcel = { serial: jan.serial, parts: [...parts], condition: "cracked lens" };
  await bench.receiveDevice({ id: caseId, ...parcel });
  const repairPrice = { amount: 64_000, currency: "PLN" };
  await bench.inspectDevice({ id: caseId, findings: { ...innocent, cause: "drop" }, repairPrice });
  await phone.open(`/cases/${caseId}`);
  const secondTab = await phone.page.context().newPage();
  await secondTab.goto(`/cases/${caseId}/choices`);
  await choosePlanAndPay(phone, served);
  await secondTab.getByRole("button", { name: "Choose paid repair" }).click();
  const told = await secondTab.getByRole("main").innerText();
  assert.match(told, /The case has moved on[\s\S]*Nothing was changed now[\s\S]*Go to the case/);
  await secondTab.close();
  await phone.open(`/cases/${caseId}`);
  assert.equal(await phone.heading(), "We are working on it");
  assert.match(await phone.text(), /119\.00\sPLN paid/);
});

test("he follows the case to its end, and the plan is on the new camera", async () => {
  const bench = await served.as("staff");
  await bench.replaceDevice({ id: caseId, serial: NEW_SERIAL });
  await phone.open(`/cases/${caseId}`);
  assert.equal(await phone.heading(), "Your new device is being packed");
  await bench.shipDevice({ id: caseId, carrier: "DPD", address: warsaw, tracking: "0123456789" });
  await phone.open(`/cases/${caseId}`);
  assert.equal(await phone.heading(), "It is on its way to you");
  assert.match(await phone.text(), /DPD[\s\S]*0123456789/);
  await phone.press("It arrived");
  assert.equal(await phone.heading(), "Closed: you have another device");
  await phone.open("/devices");
  await phone.follow(/Osmo Action 4/);
  assert.match(await phone.text(), /2 of 3 replacements left. The next one costs 185\.00\sPLN/);
  assert.match(await phone.text(), /AC4C\s?6V1N\s?4P7S/);
  assert.deepEqual(phone.faults(), []);
});
