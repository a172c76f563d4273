import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { listMail, readMail } from "../../src/platform/index.ts";
import { openBrowser } from "../support/browser.ts";
import { mailed, openShop, type PhoneShop, signIn, ways } from "../support/phoneShop.ts";
import { activatePhone, sampleProgramme } from "../support/sampleProgramme.ts";
import { violationsIn } from "../support/soldPlans.ts";

let browser: Browser;
before(async () => {
  browser = await openBrowser();
});
after(() => browser.close());

for (const { name, scripts } of ways) {
  test(`a plan is passed on to somebody else, ${name}`, async () => {
    const sold = { programme: "one-time-transfer", plan: "term-2y" };
    const shop = await openShop(browser, await sampleProgramme("2026-03-20T10:00:00-10:00", sold), scripts);
    const { app, phone } = shop;
    const contract = await activatePhone(app, "owner ada@example.org");
    await signIn(shop, "ada@example.org");
    await phone.follow(/PHONE0001/);
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
    await ben.follow(/PHONE0001/);
    assert.match(await ben.text(), /do not let this plan pass on|Pass the plan on/);
    assert.equal((await app.call("owner ben@example.org", `GET /v1/contracts/${contract}`)).status, 200);
    assert.deepEqual([...phone.faults(), ...ben.faults()], []);
    assert.deepEqual(await violationsIn(app.database), []);
  });

  test(`a plan renews by itself until it is stopped, which is one step, ${name}`, async () => {
    const monthly = { programme: "monthly-request", plan: "monthly", renewalMinor: 799 };
    const shop = await openShop(
      browser,
      await sampleProgramme("2026-03-20T10:00:00-10:00", monthly),
      scripts,
    );
    const { app, phone } = shop;
    await activatePhone(app, "owner ada@example.org");
    await signIn(shop, "ada@example.org");
    await phone.follow(/PHONE0001/);
    assert.match(await phone.text(), /Your plan runs until Sun 19 Apr 2026/);
    assert.doesNotMatch(await phone.text(), /No replacements left/);
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
async function mailedLink({ app }: PhoneShop): Promise<string> {
  await app.platform.jobs.drained();
  const mails = await listMail(app.platform.config.dataFolder);
  const offers = mails.filter(({ subject }) => subject.startsWith("Somebody wants to pass you"));
  const found = await readMail(app.platform.config.dataFolder, offers[0]?.id ?? "");
  const path = /\/open\/[\w.-]+/.exec(found?.mail.text ?? "")?.[0];
  assert.ok(path !== undefined, "a link was mailed");
  return path;
}
