import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, test } from "node:test";
import type { FastifyInstance } from "fastify";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { testPlatform } from "../../../test/support/testPlatform.ts";
import {
  type Act,
  advanceTestClock,
  type Caller,
  listMail,
  type Platform,
  perform,
} from "../../platform/index.ts";
import { inspectDevice, receiveDevice, replaceDevice, shipDevice } from "../../service/index.ts";
import { modules, permits, servePortal } from "./servePortal.ts";

const chromiumPath = "/usr/bin/chromium";
const staff: Caller = { role: "staff", id: "person:sam" };
const email = "anna@example.com";

let platform: Platform;
let http: FastifyInstance;
let browser: Browser;
let context: BrowserContext;
let page: Page;

before(async () => {
  assert(existsSync(chromiumPath), "install the browser first: apt-get install -y chromium");
  ({ platform } = await testPlatform(modules, { permits, clock: "test" }));
  http = await servePortal(platform);
  const baseURL = await http.listen({ port: 0, host: "localhost" });
  browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
  // A phone without any script: every page has to work by itself.
  context = await browser.newContext({
    baseURL,
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  page = await context.newPage();
});

after(async () => {
  await browser.close();
  await http.close();
});

const press = (name: string | RegExp) => page.getByRole("main").getByRole("button", { name }).click();
const follow = (name: string | RegExp) => page.getByRole("main").getByRole("link", { name }).click();
const heading = () => page.getByRole("heading", { level: 1 }).innerText();
const daysAgo = (count: number) =>
  platform.clock
    .now()
    .subtract({ hours: 24 * count })
    .toString()
    .slice(0, 10);

/** Lets time pass for everybody, with all that falls due on the way. */
async function passDays(count: number) {
  assert("set" in platform.clock);
  await advanceTestClock(platform, platform.clock, platform.clock.now().add({ hours: 24 * count }));
}

async function answer(fields: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(fields)) {
    await page.fill(`#${name}`, value);
  }
}

/** Waits for the jobs that were started, and looks again. */
async function lookAgain() {
  await platform.jobs.drained();
  await page.goto(page.url());
}

/** The newest sign-in code that was mailed. */
async function mailedCode(): Promise<string> {
  await platform.jobs.drained();
  const mails = await listMail(platform.config.dataFolder);
  const code = mails.map(({ subject }) => /^\d{6}/.exec(subject)?.[0]).find((found) => found !== undefined);
  assert(code, "a code was mailed");
  return code;
}

async function atTheBench<Command, Reply>(act: Act<Command, Reply>, command: Command) {
  const done = await perform(platform, staff, act, command);
  assert.equal(done.refused, undefined, JSON.stringify(done.refused));
}

/** Buys a plan and comes back with its code. */
async function buy(sku: string): Promise<string> {
  await page.goto(`/plans/${sku}`);
  await answer({ name: "Anna Nowak", email });
  await page.selectOption("#country", "PL");
  await press("Order");
  await page.check("input[value=test_declined]");
  await press(/^Pay/);
  assert.match(await page.getByRole("alert").innerText(), /declined the payment. Nothing was charged/);
  await page.check("input[value=test_success]");
  await press(/^Pay/);
  await lookAgain();
  assert.equal(await heading(), "Paid and delivered");
  await press("Show codes");
  return await page.locator("code").first().innerText();
}

test("an owner buys a plan and activates it in four pages", async () => {
  const code = await buy("U-3889316");
  await page.goto("/activate");
  await answer({ code: `${code.slice(0, -1)}${code.endsWith("7") ? "8" : "7"}` });
  await press("Continue");
  assert.match(await page.getByRole("alert").innerText(), /One character is not right/);
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
  await passDays(90);
  await page.goto("/report");
  assert.equal(await heading(), "Sign in");
  await answer({ email });
  await press("Send code");
  await answer({ code: "000000" });
  await press("Sign in");
  assert.match(await page.getByRole("alert").innerText(), /This code does not fit/);
  await answer({ code: await mailedCode() });
  await press("Sign in");

  assert.equal(await heading(), "What happened?");
  await press("Continue");
  assert.match(await page.getByRole("alert").innerText(), /Choose what happened/);
  await page.check("#cause-water");
  await press("Continue");
  await answer({ happenedOn: daysAgo(1) });
  await page.selectOption("#country", "PL");
  await press("Continue");
  await page.check("#parts");
  await press("Continue");
  await page.check("#lost");
  await press("Continue");
  await page.check("#channel");
  await press("Continue");
  await answer({ line1: "ul. Polna 3", postcode: "00-001", city: "Warszawa" });
  await page.selectOption("#addressCountry", "PL");
  await press("Continue");
  await press("Send report");
  assert.equal(await heading(), "This looks covered");
  assert.match(await page.getByRole("status").innerText(), /replacement 1 of 3. The fee is PLN\s119.00/);
  await follow("Go to the case");
  caseId = /clm_\w+/.exec(page.url())?.[0] ?? "";
  assert.equal(await heading(), "Send us your device");
});

test("she chooses, pays a payment whose answer gets lost, and pays it once", async () => {
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
  await lookAgain();
  assert.equal(await heading(), "We are working on it");
  assert.match(await page.getByRole("main").innerText(), /PLN\s119.00 paid/);
});

test("the plan moves to the new device, and the old serial says so", async () => {
  await atTheBench(replaceDevice, { id: caseId, serial: "AC47654321" });
  await atTheBench(shipDevice, { id: caseId, carrier: "DPD", tracking: "0123456789" });
  await page.goto(`/cases/${caseId}`);
  await press("It arrived");
  assert.equal(await heading(), "Closed: you have another device");
  await page.goto("/cover/AC41234567");
  assert.equal(await heading(), "This device was replaced");
  await page.goto("/devices");
  await follow(/Osmo Action 4/);
  assert.match(await page.getByRole("main").innerText(), /2 of 3 replacements left/);
});

test("a device that is gone for good is refused with its clause and a way on", async () => {
  await follow("Report damage");
  await page.check("#cause-flyaway");
  await press("Continue");
  await answer({ happenedOn: daysAgo(1) });
  await page.selectOption("#country", "PL");
  await press("Continue");
  await page.check("#parts");
  await press("Continue");
  await page.check("#lost-total");
  await press("Continue");
  await page.check("#channel");
  await press("Continue");
  await answer({ line1: "ul. Polna 3", postcode: "00-001", city: "Warszawa" });
  await page.selectOption("#addressCountry", "PL");
  await press("Continue");
  await press("Send report");
  assert.equal(await heading(), "This does not look covered");
  assert.match(await page.getByRole("main").innerText(), /Clause except\.lost/);
  await follow("Go to the case");
  assert.equal(await heading(), "This is not covered");
});
