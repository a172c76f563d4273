import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "playwright-core";
import { listMail, readMail } from "../../src/platform/index.ts";
import { openBrowser } from "../support/browser.ts";
import { type OwnerPhone, openOwnerPhone } from "../support/ownerPhone.ts";
import { activatePhone, sampleProgramme } from "../support/sampleProgramme.ts";
import { violationsIn } from "../support/soldPlans.ts";
import { type TestApp, testApp } from "../support/testApp.ts";
import { atEnd } from "../support/testDatabase.ts";
import { unionShop } from "../support/unionShop.ts";

const bank = { bankIban: "DE89370400440532013000", bankBic: "COBADEFFXXX", bankHolder: "Care Refresh Ltd" };
const ways = [
  { name: "with scripts", scripts: true },
  { name: "without scripts", scripts: false },
] as const;

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

/** A phone in front of an application, and the newest of what was mailed. */
interface Shop {
  readonly app: TestApp;
  readonly phone: OwnerPhone;
  /** Opens another phone at the same shop. */
  another(): Promise<OwnerPhone>;
}

async function openShop(app: TestApp, scripts: boolean): Promise<Shop> {
  const url = await app.http.listen({ port: 0, host: "localhost" });
  const another = () => openOwnerPhone(browser, url, { scripts });
  return { app, phone: await another(), another };
}

/** Opens a page that asks who comes, and signs in by the code that is mailed. */
async function signIn({ app, phone }: Shop, email: string, page = "/devices"): Promise<void> {
  await phone.open(page);
  await phone.answer({ email });
  await phone.press("Send code");
  await app.platform.jobs.drained();
  const mails = await listMail(app.platform.config.dataFolder);
  await phone.answer({ code: mails.map(({ subject }) => /^\d{6}/.exec(subject)?.[0]).find(Boolean) ?? "" });
  await phone.press("Sign in");
}

async function mailed({ app }: Shop): Promise<readonly string[]> {
  await app.platform.jobs.drained();
  return (await listMail(app.platform.config.dataFolder)).map(({ subject }) => subject);
}

/** Orders a plan in the shop; the page that asks how to pay is open. Answers where the order is. */
async function order({ phone }: Shop, sku: string, email: string): Promise<string> {
  await phone.open(`/plans/${sku}`);
  await phone.answer({ name: "Ada Nowak", email });
  await phone.select("country", "PL");
  await phone.press("Order");
  return new URL(phone.page.url()).pathname.replace("/pay", "");
}

/** The code on an order that is delivered, which stays open. */
async function codeOn({ app, phone }: Shop, path: string): Promise<string> {
  await app.platform.jobs.drained();
  await phone.open(path);
  assert.equal(await phone.heading(), "Paid and delivered");
  await phone.press("Show codes");
  return await phone.page.locator("code").first().innerText();
}

async function activate({ phone }: Shop, code: string, serial: string, email: string): Promise<void> {
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
    let shop: Shop;
    let path = "";

    before(async () => {
      shop = await openShop(await unionShop(bank), scripts);
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
      await phone.open("/payments");
      assert.match(await phone.text(), /Paid back/);
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
    const shop = await openShop(app, scripts);
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

  test(`a plan is passed on to somebody else, ${name}`, async () => {
    const sold = { programme: "one-time-transfer", plan: "term-2y" };
    const shop = await openShop(await sampleProgramme("2026-03-20T10:00:00-10:00", sold), scripts);
    const { app, phone } = shop;
    const contract = await activatePhone(app, "owner ada@example.org");
    await signIn(shop, "ada@example.org");
    await phone.follow(/Phone A/);
    await phone.follow(/Pass the plan on/);
    assert.match(await phone.text(), /What they do not get[\s\S]*give the plan back for money/);
    await phone.answer({ name: "Ada", email: "ada@example.org" });
    await phone.press("Ask them");
    assert.match(await phone.text(), /This address has the plan already/);
    await phone.answer({ name: "Ben", email: "ben@example.org" });
    await phone.press("Ask them");
    assert.equal(await phone.heading(), "Waiting for their answer");
    await phone.press("Take it back");
    assert.equal(await phone.heading(), "You took it back: the plan stays yours");
    await phone.follow("Ask again");
    await phone.answer({ name: "Ben", email: "ben@example.org" });
    await phone.press("Ask them");
    const waits = new URL(phone.page.url()).pathname;
    const link = await mailedLink(shop);
    const ben = await shop.another();
    await ben.open(link);
    assert.equal(await ben.heading(), "Somebody wants to pass you a plan");
    await ben.press("Yes, I take the plan");
    assert.equal(await ben.heading(), "The plan is yours");
    await ben.page.goBack();
    await phone.open(waits);
    assert.equal(await phone.heading(), "The plan is theirs now");
    await signIn({ ...shop, phone: ben }, "ben@example.org");
    await ben.follow(/Phone A/);
    assert.match(await ben.text(), /do not let this plan pass on|Pass the plan on/);
    assert.equal((await app.call("owner ben@example.org", `GET /v1/contracts/${contract}`)).status, 200);
    assert.deepEqual([...phone.faults(), ...ben.faults()], []);
    assert.deepEqual(await violationsIn(app.database), []);
  });

  test(`a plan renews by itself until it is stopped, which is one step, ${name}`, async () => {
    const monthly = { programme: "monthly-request", plan: "monthly", renewalMinor: 799 };
    const shop = await openShop(await sampleProgramme("2026-03-20T10:00:00-10:00", monthly), scripts);
    const { app, phone } = shop;
    await activatePhone(app, "owner ada@example.org");
    await signIn(shop, "ada@example.org");
    await phone.follow(/Phone A/);
    await phone.follow("Let it renew by itself");
    assert.match(await phone.text(), /The plan renews by itself when it ends, as long as its terms allow/);
    await phone.choose("method");
    await phone.press("Let it renew by itself");
    assert.match(await phone.text(), /Tick the box to agree/);
    await phone.choose("agrees");
    await phone.press("Let it renew by itself");
    assert.match(await phone.text(), /It renews by itself for 7\.99\sUSD/);
    await phone.press("Stop renewing by itself");
    assert.match(await phone.text(), /Let it renew by itself/);
    assert.deepEqual(phone.faults(), []);
    assert.ok((await mailed(shop)).some((subject) => subject.includes("no longer renews by itself")));
  });
}

/** The path of the link in the newest mail that offers a plan. */
async function mailedLink({ app }: Shop): Promise<string> {
  await app.platform.jobs.drained();
  const mails = await listMail(app.platform.config.dataFolder);
  const offers = mails.filter(({ subject }) => subject.startsWith("Somebody wants to pass you"));
  const found = await readMail(app.platform.config.dataFolder, offers[0]?.id ?? "");
  const path = /\/open\/[\w.-]+/.exec(found?.mail.text ?? "")?.[0];
  assert.ok(path !== undefined, "a link was mailed");
  return path;
}
