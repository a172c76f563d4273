import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ownerPages } from "../../../test/support/ownerPages.ts";
import { orderByPages } from "../../../test/support/shopOrder.ts";
import { sellCodes } from "../../../test/support/soldPlans.ts";
import type { TestApp } from "../../../test/support/testApp.ts";
import { unionShop } from "../../../test/support/unionShop.ts";

const owner = "owner ada@example.org";
const buyer = { name: "Ada", email: "ada@example.org", country: "PL" };

let app: TestApp;
let pages: ReturnType<typeof ownerPages>;

before(async () => {
  app = await unionShop({ bankIban: "DE89370400440532013000", stripeKey: "sk_test_x" });
  pages = ownerPages(app, owner);
});

after(() => app.stop());

/** Places an order, and answers where it is. */
async function ordered(quantity = "1"): Promise<string> {
  const location = await orderByPages(pages, "U-3889316", { ...buyer, quantity });
  return location.replace("/pay", "");
}

/** Says yes or no where the test bank asks, and answers where that leads back to. */
async function atTheBank(page: string, answer: "yes" | "no"): Promise<string> {
  const reply = await app.http.inject({ method: "POST", url: `${page}?answer=${answer}` });
  return new URL(String(reply.headers.location)).pathname;
}

const pathOf = (url: string | undefined) => new URL(url ?? "", "http://localhost:4400").pathname;

test("a payment with a step at the bank leads there, and back to a page that tells the truth", async () => {
  const order = await ordered();
  const sent = await pages.send(`${order}/pay`, { method: "test_three_d_secure" });
  const bank = pathOf(sent.location);
  assert.match(bank, /^\/dev\/bank\/test_/);
  const waiting = await pages.open(order);
  assert.match(waiting.text, /One step is left at your bank/);
  assert.ok(
    (await pages.open(`${order}/pay`)).leadsTo.some((to) => pathOf(to) === bank),
    "the way there",
  );
  assert.equal(await atTheBank(bank, "no"), order);
  assert.match((await pages.open(order)).text, /The bank declined the payment. Nothing was charged/);
  const again = await pages.send(`${order}/pay`, { method: "test_three_d_secure" });
  assert.notEqual(pathOf(again.location), bank);
  await atTheBank(pathOf(again.location), "yes");
  await app.platform.jobs.drained();
  assert.match((await pages.open(order)).text, /Paid and delivered/);
});

test("a form that is sent twice pays once, and leads to the same page of the bank", async () => {
  const order = await ordered();
  const form = { ...(await pages.hold(`${order}/pay`)), method: "test_three_d_secure" };
  const [one, two] = [await pages.sendHeld(`${order}/pay`, form), await pages.sendHeld(`${order}/pay`, form)];
  assert.equal(one.location, two.location);
});

test("a transfer of which nothing has come may be changed for another way", async () => {
  const order = await ordered();
  await pages.send(`${order}/pay`, { method: "bank_transfer" });
  const told = await pages.open(`${order}/pay`);
  assert.match(told.text, /IBAN DE89 3704 0044 0532 0130 00/);
  assert.match(told.text, /Pay by Sat 20 Jun[\s\S]*Transfer this/);
  assert.match(told.text, /Pay another way/);
  assert.match((await pages.open(order)).text, /Waiting for your transfer Pay by Sat 20 Jun/);
  await pages.send(`${order}/pay`, { method: "test_success" });
  await app.platform.jobs.drained();
  assert.match((await pages.open(order)).text, /Paid and delivered/);
});

test("what came above a payment is shown to its payer until it is sent back", async () => {
  const order = await ordered();
  await pages.send(`${order}/pay`, { method: "bank_transfer" });
  const { text } = await pages.open(`${order}/pay`);
  const reference = /\bRF\d\d(?: ?[A-Z0-9]{4})* ?[A-Z0-9]{1,4}\b/.exec(text)?.[0] ?? "";
  const credit = {
    bankId: "B-9",
    amount: { amount: 7_000, currency: "EUR" },
    reference,
    bookedOn: "2026-06-13",
  };
  const booked = await app.call("manager", "POST /v1/bank-credits", { credits: [credit] });
  assert.equal(booked.status < 300, true, JSON.stringify(booked.body));
  await app.platform.jobs.drained();
  assert.match((await pages.open(`${order}/receipt`)).text, /25\.75 EUR of yours is with us/);
  assert.match((await pages.open("/payments")).text, /25\.75 EUR of yours is with us/);
});

test("test ways stand beside real ones, and are marked", async () => {
  const { text } = await pages.open(`${await ordered()}/pay`);
  assert.match(text, /Card You go to the page of our payment provider/);
  assert.match(text, /Card, goes through Test: no money moves/);
  assert.doesNotMatch(text, /Invoice/);
});

test("a receipt is there once something was paid, for its payer alone", async () => {
  const order = await ordered();
  assert.equal((await pages.open(`${order}/receipt`)).status, 404);
  await pages.send(`${order}/pay`, { method: "test_success" });
  await app.platform.jobs.drained();
  const { text } = await pages.open(`${order}/receipt`);
  assert.match(text, /Number chg_\w+ Paid on Sat 13 Jun 2026/);
  assert.match(text, /Without tax [0-9.]+ EUR VAT 23 %, Poland [0-9.]+ EUR Paid [0-9.]+ EUR/);
  const stranger = ownerPages(app, "owner eve@example.org");
  assert.equal((await stranger.open(`${order}/receipt`)).status, 404);
  assert.match((await stranger.open("/payments")).text, /Nothing was paid with this e-mail yet/);
  assert.equal((await ownerPages(app, "public").open("/payments")).location, "/sign-in");
});

test("some of several codes go back; the others stay good", async () => {
  const order = await ordered("3");
  await pages.send(`${order}/pay`, { method: "test_success" });
  await app.platform.jobs.drained();
  const asked = await pages.open(`${order}/return`);
  const [one = "", two = ""] = [...asked.text.matchAll(/Ends in ([0-9A-Z]{4})/g)].map(([, last4]) => last4);
  const none = await pages.send(`${order}/return`, {}, `${order}/return/codes`);
  assert.match(none.text, /Choose at least one code/);
  const chosen = await pages.send(`${order}/return`, { codes: `${one},${two}` }, `${order}/return/codes`);
  const there = chosen.location ?? "";
  assert.match((await pages.open(there)).text, new RegExp(`Ends in ${one}, Ends in ${two}`));
  const form = await pages.hold(there);
  const given = await pages.sendHeld(`${order}/return`, form);
  assert.equal(given.location, order);
  assert.equal((await pages.sendHeld(`${order}/return`, form)).location, order, "twice is once");
  const { text } = await pages.open(order);
  assert.match(text, /Your code is ready/);
  const shown = [...text.matchAll(/rfd_\w+/g)].map(([id]) => id);
  assert.equal(shown.length, 1);
  const refund = await pages.open(`/refunds/${shown[0]}`);
  assert.match(refund.text, /Your refund of 88\.50\sEUR/);
  assert.match(refund.text, /For unused codes/);
  assert.match(refund.text, /Due by|Paid on/);
  assert.match(refund.text, /What the law says, and what the terms say/);
  assert.ok(refund.leadsTo.includes(`${order}/receipt`), "the receipt of what was paid");
  const others = ownerPages(app, "owner eve@example.org");
  assert.equal((await others.open(`/refunds/${shown[0]}`)).status, 404);
});

test("a sum that is not the one that was seen gives nothing back", async () => {
  const order = await ordered();
  await pages.send(`${order}/pay`, { method: "test_success" });
  await app.platform.jobs.drained();
  const form = await pages.hold(`${order}/return`);
  const sent = await pages.sendHeld(`${order}/return`, { ...form, feeMinor: "1" });
  assert.equal(sent.status, 409);
  assert.match(sent.text, /has changed since you looked/);
  assert.doesNotMatch((await pages.open(order)).text, /rfd_/);
});

test("a plan of which too little is known is not given back: the page says what is missing", async () => {
  const [code] = await sellCodes(app, { sku: "U-3889316", count: 1, region: "EU" });
  const bound = await app.call("integrator", "POST /v1/activations", {
    ...{ code, serial: "AC4A7K2M9Q1R" },
    device: { activatedAt: "never", region: "EU" },
    holder: { name: "Ada", email: "ada@example.org" },
  });
  const { id, deviceId } = bound.body.contract as { id: string; deviceId: string };
  const no = await pages.open(`/return/${id}`);
  assert.equal(no.status, 409);
  assert.match(no.text, /This plan cannot be given back here/);
  assert.match(no.text, /Not known yet: Where you live/);
  assert.match(no.text, /Write to us/);
  const passed = await pages.open(`/contracts/${id}/transfer`);
  assert.match(passed.text, /This plan cannot be passed on now[\s\S]*Clause transfer\.none/);
  assert.match((await pages.open(`/devices/${deviceId}`)).text, /terms do not let this plan pass on/);
});
