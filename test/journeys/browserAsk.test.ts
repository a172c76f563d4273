import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../support/browser.ts";
import { type OwnerPhone, openOwnerPhone } from "../support/ownerPhone.ts";
import { type ServedEvermend, servedEvermend } from "../support/servedEvermend.ts";
import { atEnd } from "../support/testDatabase.ts";

const PAGE_BYTES = 30_000;

let served: ServedEvermend;
let browser: Browser;

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  served = await servedEvermend("2026-06-13T10:00:00Z");
});

/** What the page works out itself, once it says so. */
async function liveAnswer(page: Page, like: RegExp): Promise<string> {
  const answer = page.locator("live-answer [aria-live=polite] .lede");
  await answer.filter({ hasText: like }).waitFor();
  return await answer.innerText();
}

const ownAnswer = (page: Page): Promise<string> => page.locator(".notice[role=status] p").first().innerText();

/** What the phone loaded so far that pages load only for deciding. */
function engineLoads(page: Page): () => readonly string[] {
  const loads: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/assets\/terms\.|\/pack$/.test(pathname)) {
      loads.push(pathname);
    }
  });
  return () => loads;
}

async function tellDevice(phone: OwnerPhone): Promise<void> {
  await phone.select("model", "osmo-action-4");
  await phone.select("plan", "care-1y");
  await phone.select("region", "EU");
}

test("the page decides while it is filled in, and the server says the same", async () => {
  const phone = await openOwnerPhone(browser, served.url, { scripts: true });
  const { page } = phone;
  const loads = engineLoads(page);
  await phone.open("/ask/damage");
  assert.deepEqual(loads(), [], "nothing is loaded for a page that is only looked at");
  await page.locator("#model").focus();
  await tellDevice(phone);
  assert.match(await liveAnswer(page, /^We cannot say yet/), /Please tell us .*the cause of the damage/);
  await phone.select("cause", "drop");
  await phone.choose("parts-camera");
  await phone.select("lost", "none");
  await phone.select("uses", "0");
  await phone.select("currency", "PLN");
  const covered = await liveAnswer(page, /^Your plan covers this/);
  assert.match(covered, /you pay 119\.00 PLN/);
  await phone.select("uses", "2");
  const usedUp = await liveAnswer(page, /^Your plan does not cover this/);
  await phone.press("Ask");
  assert.equal(await ownAnswer(page), usedUp);
  assert.equal(loads().length, 2, "the engine and the terms, once each");
  assert.deepEqual(phone.faults(), []);
  for (const { path, page: bytes } of phone.weights) {
    assert.ok(bytes <= PAGE_BYTES, `${path}: ${bytes} bytes`);
  }
});

test("whether a device can have a plan is answered by the day, in the browser as by the server", async () => {
  const phone = await openOwnerPhone(browser, served.url, { scripts: true });
  await phone.open("/cover");
  await phone.follow(/see if a device can have a plan/i);
  await tellDevice(phone);
  await phone.answer({ firstUsedOn: "2026-06-01" });
  const open = await liveAnswer(phone.page, /can be bought/);
  assert.match(open, /This is open until 1 July 2026/);
  await phone.answer({ firstUsedOn: "2026-01-01" });
  const late = await liveAnswer(phone.page, /cannot be bought/);
  await phone.press("Ask");
  assert.equal(await ownAnswer(phone.page), late);
  assert.deepEqual(phone.faults(), []);
});

test("where the engine does not come, the form is answered by the server", async () => {
  const phone = await openOwnerPhone(browser, served.url, { scripts: true });
  await phone.page.route("**/assets/terms.*.js", (route) => route.abort());
  await phone.open("/ask/plan");
  await phone.page.locator("#model").focus();
  await tellDevice(phone);
  await phone.choose("activated");
  await phone.press("Ask");
  assert.equal(await ownAnswer(phone.page), "This plan can be bought for this device.");
});

test("without scripts nothing is missing but the haste", async () => {
  const phone = await openOwnerPhone(browser, served.url, { scripts: false });
  await phone.open("/ask/damage");
  await phone.press("Ask");
  assert.match(await phone.text(), /Choose the model[\s\S]*Choose the plan/);
  await tellDevice(phone);
  await phone.press("Ask");
  assert.match(await ownAnswer(phone.page), /^We cannot say yet\. Please tell us/);
  assert.equal(await phone.page.locator("#model").inputValue(), "osmo-action-4");
});
