import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import { type AppDesk, openAppDesk } from "../support/appDesk.ts";
import { openBrowser } from "../support/browser.ts";
import { coveredMini, FLYAWAY_TERMS } from "../support/flownMini.ts";
import { invariantSweep } from "../support/invariantSweep.ts";
import { lookAt } from "../support/lookAt.ts";
import { type OwnerPhone, openOwnerPhone } from "../support/ownerPhone.ts";
import { signIn } from "../support/phoneShop.ts";
import { type TestApp, testApp } from "../support/testApp.ts";
import { atEnd } from "../support/testDatabase.ts";

const LOG = "time,latitude,longitude,height\n10:00:00,52.10,21.00,118\n10:00:09,52.11,21.02,4\n";

let app: TestApp;
let staff: AppDesk;
let phone: OwnerPhone;
let [granted, refused] = ["", ""];
let [first, second] = ["", ""];
const faults: string[] = [];

before(async () => {
  const browser: Browser = await openBrowser();
  atEnd(() => browser.close());
  app = await testApp({ now: "2024-06-01T10:00:00Z", settings: { programmes: FLYAWAY_TERMS } });
  atEnd(app.stop);
  [first, second] = [await cover("M3FLOWN001"), await cover("M3FLOWN009")];
  staff = await openAppDesk(browser, app, "staff");
  phone = await openOwnerPhone(browser, staff.url, { scripts: true });
  await app.moveTo("2024-09-05T10:00:00Z");
});

/** The page that begins the report of a device. */
async function cover(serial: string): Promise<string> {
  const contract = await coveredMini(app, serial);
  return `/report/device/dev_${contract.split("_")[1]}`;
}

/** Reports that it flew away and is gone for good; answers with the id of the case. */
async function reportFlyaway(device: string, where: "cloud" | "file"): Promise<string> {
  await phone.open(device);
  assert.equal(await phone.heading(), "What happened?");
  await phone.choose("cause-flyaway");
  await phone.press("Continue");
  await phone.answer({ happenedOn: "2024-09-04" });
  await phone.select("country", "PL");
  await phone.press("Continue");
  await phone.choose("lost-total");
  await phone.press("Continue");
  assert.equal(await phone.heading(), "How was it lost?");
  await phone.choose("more-neither");
  await phone.press("Continue");
  assert.equal(await phone.heading(), "Where is the record of the flight?");
  await phone.press("Continue");
  assert.match(await phone.page.getByRole("alert").innerText(), /Choose where the record is/);
  await phone.choose(where === "cloud" ? "flightLog" : `flightLog-${where}`);
  await phone.press("Continue");
  assert.equal(await phone.heading(), "Where should another device go to?");
  await phone.answer({ line1: "ul. Polna 3", postcode: "00-001", city: "Warszawa" });
  await phone.select("addressCountry", "PL");
  await phone.press("Continue");
  const answers = await phone.text();
  assert.match(answers, /Step 7 of 7/);
  assert.doesNotMatch(answers, /Service/, "what is gone is neither sent nor brought");
  await phone.press("Send report");
  assert.equal(await phone.heading(), "We look at the record of your flight");
  return /clm_\w+/.exec(phone.page.url())?.[0] ?? assert.fail("the case is open");
}

async function openAnalysis(id: string): Promise<void> {
  const { desk, url } = staff;
  await desk.page.goto(`${url}/console/cases/${id}`);
  await desk.comes("Case");
}

const outcome = () => staff.desk.page.getByLabel("What the data show");
const save = () => staff.desk.page.getByRole("button", { name: "Write it down" });

test("its owner tells it in seven pages, and adds the record; nothing is to be sent", async () => {
  await signIn({ app, phone, another: async () => phone }, "ben@example.org");
  granted = await reportFlyaway(first, "file");
  assert.match(await phone.text(), /There is nothing to send/);
  await phone.follow("Add the record of the flight");
  assert.equal(await phone.page.locator("input[type=file]").count(), 1, "there is nothing to take photos of");
  const file = { name: "flight.txt", mimeType: "text/plain", buffer: Buffer.from(LOG) };
  await phone.page.locator("photo-upload[data-ready]").waitFor();
  await phone.page.setInputFiles("#file-free", file);
  await phone.page.getByRole("button", { name: "Add The record of the flight" }).click();
  await phone.page
    .locator(".pieces")
    .getByText(/^(Is being checked|Added)$/)
    .waitFor();
  await app.platform.jobs.drained();
  await phone.open(`/cases/${granted}`);
  const said = await phone.text();
  assert.match(said, /We look at the record of your flight/);
  assert.match(said, /the record of the flight tells/);
  assert.doesNotMatch(said, /Arrived|Inspected|instead of/, "nothing of it comes to a bench");
});

test("staff see where the record is and write down what it shows; its owner has a choice", async () => {
  const { desk } = staff;
  await openAnalysis(granted);
  await desk.page.getByRole("heading", { name: "The record of the flight" }).waitFor();
  await lookAt(desk, "flyaway-analysis", faults);
  await outcome().selectOption("customer");
  await desk.page.getByLabel("How the record came").selectOption("none");
  await save().click();
  await desk.page
    .getByRole("alert")
    .getByText(/The terms want the record of the flight/)
    .waitFor();
  await desk.page.getByLabel("How the record came").selectOption("file");
  await save().click();
  await desk.page.getByText("The analysis is written down").first().waitFor();
  await phone.open(`/cases/${granted}`);
  assert.equal(await phone.heading(), "Your choices are ready");
  await phone.follow("See your choices");
  const ways = await phone.page.getByRole("heading", { level: 2 }).allInnerTexts();
  assert.deepEqual(ways, ["Replacement"], "what is gone is neither repaired nor sent back");
  assert.match(await phone.text(), /1,149\.00\sPLN/);
  await phone.press("Choose replacement");
  await phone.choose("method");
  await phone.press(/^Pay 1,149\.00\sPLN/);
  await app.platform.jobs.drained();
});

test("another aircraft is sent, and its owner has it", async () => {
  const { desk, url } = staff;
  await desk.page.goto(`${url}/console/cases/${granted}/swap`);
  await desk.comes("Swap the unit");
  await desk.scan("M3FLOWN002");
  await desk.page.getByText(/The plan moves from/).waitFor();
  await desk.keys("Control+Enter");
  await desk.comes("Case");
  await desk.page.goto(`${url}/console/cases/${granted}/ship`);
  await desk.comes("Ship it");
  await desk.box("Carrier").fill("DHL");
  await desk.box("Tracking number").fill("JD0001");
  await desk.page.getByRole("button", { name: "It is handed over" }).click();
  await desk.comes("Case");
  await phone.open(`/cases/${granted}`);
  assert.match(await phone.text(), /DHL[\s\S]*JD0001/);
  await phone.press("It arrived");
  assert.equal(await phone.heading(), "Closed: you have another device");
  const said = await phone.text();
  assert.match(said, /M3FL OWN0 02/);
  assert.match(said, /1 of 2 left/);
});

test("where the data show no accident it is refused, with its clause and a way to contest it", async () => {
  refused = await reportFlyaway(second, "cloud");
  await openAnalysis(refused);
  await outcome().selectOption("no-accident");
  await save().click();
  await staff.desk.page.getByText("The analysis is written down").first().waitFor();
  await phone.open(`/cases/${refused}`);
  assert.equal(await phone.heading(), "This is not covered");
  assert.match(await phone.text(), /There is nothing to send/);
  await phone.follow("See why, and what you can do");
  assert.match(await phone.text(), /flyaway\.analysis/);
  await phone.follow(/^Ask for a review/);
  assert.equal(await phone.heading(), "Ask for a review");
});

test("no page kept anybody out, and no invariant is broken", async () => {
  assert.deepEqual([...faults, ...phone.faults(), ...staff.desk.faults()], []);
  assert.deepEqual(await invariantSweep(app.database), []);
});
