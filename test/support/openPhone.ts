import assert from "node:assert/strict";
import type { FastifyInstance } from "fastify";
import { advanceTestClock, listMail, type Platform } from "../../src/platform/index.ts";
import { openBrowser } from "./browser.ts";
import { orderInShop } from "./shopOrder.ts";

/** A phone without any script in front of the portal: every page has to work by itself. */
export async function openPhone(platform: Platform, http: FastifyInstance) {
  // Before anything listens: where there is no browser, nothing may keep the file alive.
  const browser = await openBrowser();
  const baseURL = await http.listen({ port: 0, host: "localhost" });
  const viewport = { width: 390, height: 844 };
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, viewport });
  const page = await context.newPage();
  const main = page.getByRole("main");
  return {
    page,
    press: (name: string | RegExp) => main.getByRole("button", { name }).click(),
    follow: (name: string | RegExp) => main.getByRole("link", { name }).click(),
    heading: () => page.getByRole("heading", { level: 1 }).innerText(),
    alert: () => page.getByRole("alert").innerText(),
    text: () => main.innerText(),
    answer: async (fields: Readonly<Record<string, string>>) => {
      for (const [name, value] of Object.entries(fields)) {
        await page.fill(`#${name}`, value);
      }
    },
    /** Waits for the jobs that were started, and looks again. */
    lookAgain: async () => {
      await platform.jobs.drained();
      await page.goto(page.url());
    },
    close: () => browser.close(),
  };
}

export type Phone = Awaited<ReturnType<typeof openPhone>>;

/** Buys a plan, with one card that is declined, and comes back with its code. */
export async function buyPlan(phone: Phone, sku: string, email: string): Promise<string> {
  const { page, press } = phone;
  await orderInShop(phone, sku, { name: "Anna Nowak", email, country: "PL" });
  await page.check("input[value=test_declined]");
  await press(/^Pay/);
  assert.match(await phone.alert(), /declined the payment. Nothing was charged/);
  await page.check("input[value=test_success]");
  await press(/^Pay/);
  await phone.lookAgain();
  assert.equal(await phone.heading(), "Paid and delivered");
  await press("Show codes");
  return await page.locator("code").first().innerText();
}

/** Signs in by the newest code that was mailed; the sign-in page is open. */
export async function signIn(phone: Phone, platform: Platform, email: string): Promise<void> {
  await phone.answer({ email });
  await phone.press("Send code");
  await phone.answer({ code: "000000" });
  await phone.press("Sign in");
  assert.match(await phone.alert(), /This code does not fit/);
  await platform.jobs.drained();
  const mails = await listMail(platform.config.dataFolder);
  const code = mails.map(({ subject }) => /^\d{6}/.exec(subject)?.[0]).find((found) => found !== undefined);
  assert(code, "a code was mailed");
  await phone.answer({ code });
  await phone.press("Sign in");
}

/** Lets time pass for everybody, with all that falls due on the way. */
export async function passDays(platform: Platform, count: number): Promise<void> {
  assert("set" in platform.clock);
  await advanceTestClock(platform, platform.clock, platform.clock.now().add({ hours: 24 * count }));
}
