import assert from "node:assert/strict";
import type { OwnerPhone } from "./ownerPhone.ts";
import type { ServedEvermend } from "./serveEvermend.ts";
import { answerCheckout } from "./shopOrder.ts";

/** Who holds the plan in a journey, and of what. */
export interface Owner {
  readonly name: string;
  readonly email: string;
  readonly serial: string;
}

/** Signs in by the code that is mailed; the page that asks for the address is open. */
export async function signInByMail(phone: OwnerPhone, served: ServedEvermend, email: string): Promise<void> {
  await phone.answer({ email });
  await phone.press("Send code");
  assert.equal(await phone.heading(), "Enter the code");
  await phone.answer({ code: await served.mailedCode() });
  await phone.press("Sign in");
}

/** Buys the two-year plan of the camera in the shop, and reads its code off the order, which stays open. */
export async function buyPlan(phone: OwnerPhone, served: ServedEvermend, owner: Owner): Promise<string> {
  await phone.open("/");
  await phone.follow(/^Buy a plan/);
  await phone.follow(/Osmo Action 4/);
  await phone.press("Put in the cart");
  await phone.follow("Go to checkout");
  await answerCheckout(phone, { ...owner, country: "PL" });
  assert.equal(await phone.heading(), "Pay the order");
  await phone.choose("method");
  await phone.press(/^Pay [0-9.]+\sEUR/);
  await served.settle();
  await phone.open(new URL(phone.page.url()).pathname);
  assert.equal(await phone.heading(), "Paid and delivered");
  await phone.press("Show codes");
  return await phone.page.locator("code").first().innerText();
}

/** Activates it, from the first question to the page that says it is done. Answers with the pages it took. */
export async function activatePlan(
  phone: OwnerPhone,
  { name, email, serial }: Owner,
  { code, firstUsedOn }: { readonly code: string; readonly firstUsedOn: string },
): Promise<number> {
  await phone.open("/");
  phone.pagesShown();
  await phone.follow(/^Activate a code/);
  await phone.answer({ code });
  await phone.press("Continue");
  await phone.answer({ serial, firstUsedOn, name, email });
  await phone.choose("firstUse");
  await phone.select("region", "EU");
  await phone.press("Continue");
  assert.equal(await phone.heading(), "Check your answers");
  assert.match(await phone.text(), /Care Refresh, 2 years fits this Osmo Action 4/);
  await phone.press("Activate plan");
  assert.equal(await phone.heading(), "Your device is covered");
  return phone.pagesShown();
}

/** Reports that it fell, from the start to our first answer. Answers with the pages it took. */
export async function reportDrop(phone: OwnerPhone, happenedOn: string): Promise<number> {
  await phone.open("/");
  phone.pagesShown();
  await phone.follow(/^Something broke/);
  assert.equal(await phone.heading(), "What happened?");
  await phone.choose("cause");
  await phone.press("Continue");
  await phone.answer({ happenedOn });
  await phone.select("country", "PL");
  await phone.press("Continue");
  await phone.choose("lost");
  await phone.press("Continue");
  await phone.choose("parts");
  await phone.press("Continue");
  await phone.choose("channel");
  await phone.press("Continue");
  await phone.answer({ line1: "ul. Polna 3", postcode: "00-001", city: "Warszawa" });
  await phone.select("addressCountry", "PL");
  await phone.press("Continue");
  assert.equal(await phone.heading(), "Check and send");
  await phone.press("Send report");
  return phone.pagesShown();
}

/** Takes the replacement on the choice sheet and pays its fee; the case page is open. */
export async function choosePlanAndPay(phone: OwnerPhone, served: ServedEvermend): Promise<void> {
  assert.equal(await phone.heading(), "Your choices are ready");
  await phone.follow("See your choices");
  const ways = await phone.page.getByRole("heading", { level: 2 }).allInnerTexts();
  assert.deepEqual(ways, ["Replacement", "Paid repair", "Send it back as it is"]);
  await phone.press("Choose replacement");
  assert.match(await phone.text(), /Pay by .*5 Oct/);
  await phone.choose("method");
  await phone.press(/^Pay 119\.00\sPLN/);
  await served.settle();
}
