import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../support/browser.ts";
import { mailed, openShop, type PhoneShop, signIn, ways } from "../support/phoneShop.ts";
import { orderInShop } from "../support/shopOrder.ts";
import { violationsIn } from "../support/soldPlans.ts";
import { testApp } from "../support/testApp.ts";
import { atEnd } from "../support/testDatabase.ts";
import { unionShop } from "../support/unionShop.ts";

const bank = { bankIban: "DE89370400440532013000", bankBic: "COBADEFFXXX", bankHolder: "Care Refresh Ltd" };
let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

/** Orders a plan in the shop; the page that asks how to pay is open. Answers where the order is. */
async function order({ phone }: PhoneShop, sku: string, email: string): Promise<string> {
  await orderInShop(phone, sku, { name: "Ada Nowak", email, country: "PL" });
  return new URL(phone.page.url()).pathname.replace("/pay", "");
}

/** The code on an order that is delivered, which stays open. */
async function codeOn({ app, phone }: PhoneShop, path: string): Promise<string> {
  await app.platform.jobs.drained();
  await phone.open(path);
  assert.equal(await phone.heading(), "Paid and delivered");
  await phone.press("Show codes");
  return await phone.page.locator("code").first().innerText();
}

async function activate({ phone }: PhoneShop, code: string, serial: string, email: string): Promise<void> {
  await phone.open("/activate");
  await phone.answer({ code });
  await phone.press("Continue");
  await phone.answer({ serial, name: "Ada Nowak", email });
  await phone.choose("firstUse-never");
  await phone.select("region", "EU");
  await phone.press("Continue");
  await phone.press("Activate plan");
  assert.equal(await phone.heading(), "Your device is covered");
}

for (const { name, scripts } of ways) {
  describe(`an owner's money, ${name}`, () => {
    const email = "ada@example.org";
    let shop: PhoneShop;
    let path = "";

    before(async () => {
      shop = await openShop(browser, await unionShop(bank), scripts);
    });
    after(() => shop.app.stop());

    test("an order is paid by bank transfer, in two parts", async () => {
      const { app, phone } = shop;
      path = await order(shop, "U-3889316", email);
      await phone.press(/^Pay /);
      assert.match(await phone.text(), /Choose how you pay/);
      await phone.choose("method");
      await phone.press(/^Pay /);
      const told = await phone.text();
      assert.match(told, /Waiting for your transfer[\s\S]*Care Refresh Ltd[\s\S]*DE89 3704/);
      assert.match(told, /Pay another way/);
      const reference = (await phone.page.locator("code").last().innerText()).replaceAll(" ", "");
      const total = Number(/To pay\s+([0-9.]+)/.exec(told)?.[1]?.replace(".", ""));
      const pay = async (bankId: string, amount: number) => {
        const credit = { bankId, amount: { amount, currency: "EUR" }, reference, bookedOn: "2026-06-13" };
        const booked = await app.call("manager", "POST /v1/bank-credits", { credits: [credit] });
        assert.equal(booked.status, 201, JSON.stringify(booked.body));
        await app.platform.jobs.drained();
      };
      await pay("b-1", 1_000);
      await phone.follow("Look again");
      assert.match(await phone.text(), /Not all of it has come: [0-9.]+\sEUR is missing/);
      assert.match(await phone.text(), /10\.00\sEUR of/);
      assert.doesNotMatch(await phone.text(), /Pay another way/);
      await phone.open(path);
      assert.equal(await phone.heading(), "Waiting for your transfer");
      await phone.follow("See how to transfer");
      await pay("b-2", total - 1_000);
      await phone.follow("Look again");
      assert.equal(await phone.heading(), "Paid and delivered");
    });

    test("its receipt says what for, with tax by kind", async () => {
      const { phone } = shop;
      await phone.follow("See the receipt");
      assert.match(await phone.text(), /VAT[\s\S]*Paid/i);
      await phone.page.goBack();
    });

    test("a plan is given back within fourteen days, and the page acknowledges it", async () => {
      const { app, phone } = shop;
      await activate(shop, await codeOn(shop, path), "AC4A7K2M9Q1R", email);
      await app.moveTo("2026-06-14T08:00:00Z");
      await signIn(shop, email);
      await phone.follow(/Osmo Action 4/);
      await phone.follow(/Give the plan back/);
      const told = await phone.text();
      assert.match(told, /You get back [0-9.]+\sEUR/);
      assert.match(told, /The law of the European Union[\s\S]*this counts/);
      await phone.press("Give the plan back");
      assert.equal(await phone.heading(), "Your plan has ended");
      assert.match(await phone.text(), /Notice received\s+Sun 14 Jun, 08:00/);
      assert.ok((await mailed(shop)).some((subject) => subject.startsWith("We have your notice")));
      await phone.open(new URL(phone.page.url()).pathname);
      assert.match(await phone.text(), /on its way|person sees to it/);
      await phone.open("/devices");
      assert.match(await phone.text(), /Care Refresh, 2 years, ended Sun 14 Jun 2026/);
      await phone.open("/payments");
      assert.match(await phone.text(), /Paid back[\s\S]*a plan that ended/);
      const csv = await phone.page.context().request.get(new URL("/payments.csv", phone.page.url()).href);
      assert.match(await csv.text(), /^kind,number,at[\s\S]*payment,chg_[\s\S]*refund,rfd_/);
    });

    test("unused codes go back for what was paid", async () => {
      const { app, phone } = shop;
      const bought = await order(shop, "U-3889316", email);
      await phone.choose("method-test_success");
      await phone.press(/^Pay /);
      await app.platform.jobs.drained();
      await phone.open(bought);
      await phone.follow("Give unused codes back");
      assert.match(await phone.text(), /You get back/);
      await phone.press("Give the code back");
      assert.match(await phone.text(), /Refunds[\s\S]*on its way|paid/);
      assert.doesNotMatch(await phone.text(), /Show codes|Give unused codes back/);
    });

    test("nothing keeps anybody out, and the books are whole", async () => {
      assert.deepEqual(shop.phone.faults(), []);
      assert.deepEqual(await violationsIn(shop.app.database), []);
    });
  });

  test(`a plan is renewed: the first card is declined, the second pays, ${name}`, async () => {
    const app = await testApp({ now: "2026-06-13T10:00:00Z" });
    atEnd(app.stop);
    const shop = await openShop(browser, app, scripts);
    const { phone } = shop;
    const bought = await order(shop, "CARE-1Y-MAVIC-MINI", "ada@example.org");
    await phone.choose("method");
    await phone.press(/^Pay /);
    await activate(shop, await codeOn(shop, bought), "MVM7654321", "ada@example.org");
    await signIn(shop, "ada@example.org");
    await phone.follow(/Mavic Mini/);
    await phone.follow("See Care Refresh+");
    assert.match(await phone.text(), /Cover would run until/);
    await phone.choose("method-test_declined");
    await phone.press("Add and pay");
    assert.match(await phone.text(), /declined the payment. Nothing was charged/);
    await phone.choose("method");
    await phone.press("Add and pay");
    await app.platform.jobs.drained();
    await phone.open(new URL(phone.page.url()).pathname);
    assert.match(await phone.text(), /Care Refresh\+/);
    await phone.open("/payments");
    await phone.follow(/Renewal of a plan/);
    assert.match(await phone.text(), /Renewal of a plan ctr_/);
    assert.deepEqual(phone.faults(), []);
    assert.deepEqual(await violationsIn(app.database), []);
  });
}
