import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../support/browser.ts";
import { type OwnerPhone, openOwnerPhone } from "../support/ownerPhone.ts";
import { activatePlan, buyPlan, type Owner, reportDrop, signInByMail } from "../support/ownerSteps.ts";
import { pageFaults } from "../support/pageFaults.ts";
import { type ServedEvermend, servedEvermend } from "../support/servedEvermend.ts";
import { orderInShop } from "../support/shopOrder.ts";
import { atEnd } from "../support/testDatabase.ts";

const ada: Owner = { name: "Ada Nowak", email: "ada@example.org", serial: "AC4A7K2M9Q1R" };
const PAGE_BYTES = 30_000;
const SCRIPT_BYTES = 20_000;

let served: ServedEvermend;
let browser: Browser;
let phone: OwnerPhone;

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  served = await servedEvermend("2026-06-13T10:00:00Z");
  phone = await openOwnerPhone(browser, served.url, { scripts: true });
});

async function askCover(serial: string): Promise<string> {
  await phone.open("/");
  phone.pagesShown();
  await phone.follow(/^Check cover/);
  await phone.answer({ serial });
  await phone.press("See cover");
  assert.ok(phone.pagesShown() <= 2, "cover is known after two pages");
  return await phone.heading();
}

test("she signs in with the code that is mailed to her", async () => {
  await phone.open("/devices");
  assert.equal(await phone.heading(), "Sign in");
  await signInByMail(phone, served, ada.email);
  assert.equal(await phone.heading(), "My devices");
});

test("nobody knows the serial of her camera yet", async () => {
  assert.equal(await askCover("ac4a 7k2m 9q1r"), "We do not know this serial yet");
});

test("she buys a plan and activates it in four pages", async () => {
  const code = await buyPlan(phone, served, ada);
  const pages = await activatePlan(phone, ada, { code, firstUsedOn: "2026-06-01" });
  assert.ok(pages <= 4, `activating took ${pages} pages`);
  assert.match(await phone.text(), /Care Refresh, 2 years runs until Tue 13 Jun 2028/);
  assert.equal(await askCover(ada.serial), "Covered until Tue 13 Jun 2028");
});

test("the ribbon of her camera says what is left and what it costs", async () => {
  await phone.open("/devices");
  await phone.follow(/Osmo Action 4/);
  assert.match(await phone.text(), /3 of 3 replacements left. The next one costs 119\.00\sPLN/);
  const ribbon = phone.page.getByRole("img", { name: /^Cover of your Osmo Action 4/ });
  assert.equal(await ribbon.count(), 1, "one shape of it is shown");
  for (const told of ["AC4A", "119.00", "185.00", "249.00", "Ends"]) {
    assert.ok((await ribbon.textContent())?.includes(told), told);
  }
});

test("it falls, and nine pages later she knows that it looks covered, why, and the fee", async () => {
  await served.moveTo("2026-09-05T10:00:00Z");
  const pages = await reportDrop(phone, "2026-09-04");
  assert.ok(pages <= 9, `reporting took ${pages} pages`);
  assert.equal(await phone.heading(), "This looks covered");
  const answer = await phone.page.getByRole("status").innerText();
  assert.match(answer, /It uses replacement 1 of 3. The fee is 119\.00\sPLN/);
  assert.match(answer, /It is final after the inspection/);
  await phone.page.getByText("Why we say so").click();
  const reasons = await phone.page.getByRole("list").allInnerTexts();
  assert.match(reasons.join("\n"), /Clause cover\.cause\b/);
});

test("the case says whose move it is, by when, what to send, and what it will cost", async () => {
  await phone.follow("Go to the case");
  assert.equal(await phone.heading(), "Send us your device");
  const told = await phone.text();
  for (const words of [
    /You\s+has the next move/,
    /Send it by/,
    /Camera/,
    /Battery/,
    /119\.00\sPLN if you choose/,
  ]) {
    assert.match(told, words);
  }
});

test("a payment that is on its way is waited for, on the order and on the case", async () => {
  await orderInShop(phone, "U-3889316", { ...ada, country: "PL" });
  const order = new URL(phone.page.url()).pathname.replace("/pay", "");
  await phone.choose("method-test_pending");
  await phone.press(/^Pay /);
  await phone.open(order);
  assert.equal(await phone.heading(), "Your payment is on its way");
  assert.doesNotMatch(await phone.text(), /\bPay\b/);
  await served.moveTo("2026-09-05T11:00:00Z");
  await phone.follow("Look again");
  assert.equal(await phone.heading(), "Paid and delivered");
  await phone.open("/orders");
  assert.match(await phone.text(), /Paid and delivered/);
});

test("a device that is gone is refused with its rule and a way on, and nothing is asked of her", async () => {
  await phone.open(await openCase());
  await phone.press("Cancel the case");
  assert.equal(await phone.heading(), "This case was cancelled");
  await phone.open("/report");
  await phone.choose("cause-flyaway");
  await phone.press("Continue");
  await phone.answer({ happenedOn: "2026-09-04" });
  await phone.select("country", "BR");
  await phone.press("Continue");
  await phone.choose("lost-total");
  await phone.press("Continue");
  await phone.press("Send report");
  assert.equal(await phone.heading(), "This does not look covered");
  assert.match(await phone.text(), /Clause except\.lost/);
  await phone.follow("Go to the case");
  assert.equal(await phone.heading(), "This is not covered");
  assert.doesNotMatch(await phone.text(), /Send it|Send by/);
});

async function openCase(): Promise<string> {
  const { data } = await (await served.as("owner", ada.email)).listClaims({});
  return `/cases/${data[0]?.id}`;
}

test("no page she came to keeps anybody out, in light, in dark, or on the narrowest phone", () => {
  assert.deepEqual(phone.faults(), []);
  assert.ok(phone.weights.length > 30, `${phone.weights.length} pages were looked at`);
});

test("every page she came to is light", () => {
  const heavy = phone.weights.filter(({ page, script }) => page > PAGE_BYTES || script > SCRIPT_BYTES);
  assert.deepEqual(heavy, []);
  assert.ok(phone.weights.every(({ page }) => page > 1000));
});

test("control: a page that keeps people out is found", async () => {
  const page = await phone.page.context().newPage();
  await page.setContent(
    `<html lang="en"><title>x</title><meta name="viewport" content="width=device-width"><main><h1>x</h1>
    <input><p style="color:#aaa;background:#999">Grey on grey</p><p style="width:400px">Wide</p></main>`,
  );
  const found = (await pageFaults(page, [320])).join("\n");
  for (const fault of [
    /320 px, light: label: /,
    /320 px, dark: color-contrast: /,
    /320 px: needs 4\d\d px/,
  ]) {
    assert.match(found, fault);
  }
});
