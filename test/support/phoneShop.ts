import type { Browser } from "playwright-core";
import { listMail } from "../../src/platform/index.ts";
import { type OwnerPhone, openOwnerPhone } from "./ownerPhone.ts";
import type { TestApp } from "./testApp.ts";

/** The two ways an owner may come: every page works without scripts. */
export const ways = [
  { name: "with scripts", scripts: true },
  { name: "without scripts", scripts: false },
] as const;

/** A phone in front of an application, and the newest of what was mailed. */
export interface PhoneShop {
  readonly app: TestApp;
  readonly phone: OwnerPhone;
  /** Opens another phone at the same shop. */
  another(): Promise<OwnerPhone>;
}

/** Serves the application, and opens a phone in front of it. */
export async function openShop(browser: Browser, app: TestApp, scripts: boolean): Promise<PhoneShop> {
  const url = await app.http.listen({ port: 0, host: "localhost" });
  const another = () => openOwnerPhone(browser, url, { scripts });
  return { app, phone: await another(), another };
}

/** Opens a page that asks who comes, and signs in by the code that is mailed. */
export async function signIn({ app, phone }: PhoneShop, email: string, page = "/devices"): Promise<void> {
  await phone.open(page);
  await phone.answer({ email });
  await phone.press("Send code");
  await app.platform.jobs.drained();
  const mails = await listMail(app.platform.config.dataFolder);
  await phone.answer({ code: mails.map(({ subject }) => /^\d{6}/.exec(subject)?.[0]).find(Boolean) ?? "" });
  await phone.press("Sign in");
}

/** The subjects of all that was mailed, the newest first. */
export async function mailed({ app }: PhoneShop): Promise<readonly string[]> {
  await app.platform.jobs.drained();
  return (await listMail(app.platform.config.dataFolder)).map(({ subject }) => subject);
}
