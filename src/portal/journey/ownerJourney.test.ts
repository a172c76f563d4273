import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { buyPlan, openPhone, type Phone, passDays, signIn } from "../../../test/support/openPhone.ts";
import { type TestApp, testApp } from "../../../test/support/testApp.ts";
import { type Act, type Caller, type Platform, perform } from "../../platform/index.ts";
import { inspectDevice, receiveDevice, replaceDevice, shipDevice } from "../../service/index.ts";

const staff: Caller = { role: "staff", id: "person:sam" };
const email = "anna@example.com";

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

const daysAgo = (count: number) =>
  platform.clock
    .now()
    .subtract({ hours: 24 * count })
    .toString()
    .slice(0, 10);

async function atTheBench<Command, Reply>(act: Act<Command, Reply>, command: Command) {
  const done = await perform(platform, staff, act, command);
  assert.equal(done.refused, undefined, JSON.stringify(done.refused));
}

test("an owner buys a plan and activates it in four pages", async () => {
  const { page, press, answer, heading, follow } = phone;
  const code = await buyPlan(phone, "U-3889316", email);
  await page.goto("/activate");
  await answer({ code: `${code.slice(0, -1)}${code.endsWith("7") ? "8" : "7"}` });
  await press("Continue");
  assert.match(await phone.alert(), /One character is not right/);
  await answer({ code: code.toLowerCase().replaceAll("-", " ") });
  await press("Continue");
  await answer({ serial: "ac4 1234567", name: "Anna Nowak", email });
  await page.check("#firstUse");
  await answer({ firstUsedOn: daysAgo(12) });
  await page.selectOption("#region", "US");
  await press("Continue");
  assert.equal(await heading(), "This plan cannot start on this device");
  await follow("Try another device or code");
  await page.selectOption("#region", "EU");
  await press("Continue");
  assert.equal(await heading(), "Check your answers");
  await press("Activate plan");
  assert.equal(await heading(), "Your device is covered");
  assert.match(await page.getByRole("status").innerText(), /Care Refresh, 2 years runs until/);
});

test("anybody sees that the serial is covered, and nothing private", async () => {
  const { page, press, answer, heading } = phone;
  await page.goto("/cover");
  await answer({ serial: "AC4-1234567" });
  await press("See cover");
  assert.match(await heading(), /^Covered until /);
  const shown = await page.content();
  for (const secret of ["Anna", email, "119.00"]) {
    assert(!shown.includes(secret), secret);
  }
});

let caseId = "";

test("she signs in by a mailed code and reports the damage, one question a page", async () => {
  const { page, press, answer, heading, follow } = phone;
  await passDays(platform, 90);
  await page.goto("/report");
  assert.equal(await heading(), "Sign in");
  await signIn(phone, platform, email);

  assert.equal(await heading(), "What happened?");
  await press("Continue");
  assert.match(await phone.alert(), /Choose what happened/);
  await page.check("#cause-water");
  await press("Continue");
  await answer({ happenedOn: daysAgo(1) });
  await page.selectOption("#country", "PL");
  await press("Continue");
  await page.check("#lost");
  await press("Continue");
  await page.check("#parts");
  await press("Continue");
  await page.check("#channel");
  await press("Continue");
  await answer({ line1: "ul. Polna 3", postcode: "00-001", city: "Warszawa" });
  await page.selectOption("#addressCountry", "PL");
  await press("Continue");
  await press("Send report");
  assert.equal(await heading(), "This looks covered");
  assert.match(await page.getByRole("status").innerText(), /replacement 1 of 3. The fee is 119.00\sPLN/);
  await follow("Go to the case");
  caseId = /clm_\w+/.exec(page.url())?.[0] ?? "";
  assert.equal(await heading(), "Send us your device");
});

test("she chooses, pays a payment whose answer gets lost, and pays it once", async () => {
  const { page, press, heading, follow } = phone;
  const id = caseId;
  await atTheBench(receiveDevice, {
    id,
    serial: "AC41234567",
    parts: ["camera", "battery"],
    condition: "wet",
  });
  const findings = {
    cause: "water",
    parts: ["camera"],
    lost: "none",
    intentional: false,
    cosmeticOnly: false,
    forceMajeure: false,
    unauthorisedParts: false,
    unauthorisedRepair: false,
    unsuitableConditions: false,
    modified: false,
  } as const;
  const repairPrice = { amount: 64_000, currency: "PLN" };
  await atTheBench(inspectDevice, { id, findings: { ...findings, parts: ["camera"] }, repairPrice });
  await page.goto(`/cases/${id}`);
  await follow("See your choices");
  const ways = await page.getByRole("heading", { level: 2 }).allInnerTexts();
  assert.deepEqual(ways, ["Replacement", "Paid repair", "Send it back as it is"]);
  await press("Choose replacement");
  await page.check("input[value=test_unknown]");
  await press(/^Pay/);
  await page.goto(`/cases/${id}`);
  await phone.lookAgain();
  assert.equal(await heading(), "We are working on it");
  assert.match(await phone.text(), /119.00\sPLN paid/);
});

test("the plan moves to the new device, and the old serial says so", async () => {
  const { page, press, heading, follow } = phone;
  await atTheBench(replaceDevice, { id: caseId, serial: "AC47654321" });
  const waits = /moves to the new device when we send it or hand it to you/;
  await page.goto(`/cases/${caseId}`);
  assert.match(await phone.text(), waits);
  await page.goto("/cover/AC41234567");
  assert.match(await heading(), /^Covered/);
  await page.goto("/cover/AC47654321");
  assert.equal(await heading(), "The plan is on its way to this device");
  assert.match(await phone.text(), /moves to it by itself, when it is sent or handed over/);
  await atTheBench(shipDevice, { id: caseId, carrier: "DPD", tracking: "0123456789" });
  await page.goto(`/cases/${caseId}`);
  assert.doesNotMatch(await phone.text(), waits);
  await press("It arrived");
  assert.equal(await heading(), "Closed: you have another device");
  await page.goto("/cover/AC41234567");
  assert.equal(await heading(), "This device was replaced");
  await page.goto("/devices");
  await follow(/Osmo Action 4/);
  assert.match(await phone.text(), /2 of 3 replacements left/);
});

test("a device that is gone for good is refused with its clause and a way on", async () => {
  const { page, press, answer, heading, follow } = phone;
  await follow("Report damage");
  await page.check("#cause-flyaway");
  await press("Continue");
  await answer({ happenedOn: daysAgo(1) });
  await page.selectOption("#country", "PL");
  await press("Continue");
  // Nothing pays for it and nothing is sent: neither its parts, nor a way, nor an address is asked for.
  await page.check("#lost-total");
  await press("Continue");
  assert.equal(await heading(), "Check and send");
  await press("Send report");
  assert.equal(await heading(), "This does not look covered");
  assert.match(await phone.text(), /Clause except\.lost/);
  await follow("Go to the case");
  assert.equal(await heading(), "This is not covered");
});
