import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../support/browser.ts";
import { cleanFindings } from "../support/cases.ts";
import { type OwnerPhone, openOwnerPhone } from "../support/ownerPhone.ts";
import { signInByMail } from "../support/ownerSteps.ts";
import { coverCamera, reportFall } from "../support/reportedCamera.ts";
import { type ServedEvermend, servedEvermend } from "../support/servedEvermend.ts";
import { openStaffDesk, type StaffDesk } from "../support/staffDesk.ts";
import { atEnd } from "../support/testDatabase.ts";

const ada = { name: "Ada Nowak", email: "ada@example.org", serial: "AC4A7K2M9Q1R" };
const LENS = { kind: "part", item: "lens", title: "Lens, new", region: "EU" } as const;

let served: ServedEvermend;
let browser: Browser;
let desk: StaffDesk;
let phone: OwnerPhone;
let id = "";

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  served = await servedEvermend("2026-06-13T10:00:00Z");
  await coverCamera(served, ada);
  const manager = await served.as("manager");
  await manager.addPrice({ ...LENS, net: { amount: 20_000, currency: "PLN" } });
  await served.moveTo("2026-09-05T10:00:00Z");
  id = await reportFall(served, ada);
});

const scanBox = () => desk.box("Slip, serial, place or number of the parcel");

async function toIntake(): Promise<void> {
  await desk.page.goto(`${served.url}/console/intake`);
  await desk.comes("Intake");
  await desk.hasFocus(scanBox());
}

test("a slip opens its case, a missing battery is asked about, without a mouse", async () => {
  desk = await openStaffDesk(browser, await served.personaLink("staff"));
  await desk.comes("Work queue");
  await toIntake();
  await desk.look();
  await desk.scan(`EVM:${id}`);
  await desk.comes("Take a parcel in");
  await desk.hasFocus(desk.box("Serial on the device"));
  await desk.scan(ada.serial);
  await desk.keys("Space");
  await desk.reach(desk.box("Condition"), "Shift+Tab");
  await desk.page.keyboard.type("lens broken");
  await desk.keys("Control+Enter");
  const alert = desk.page.getByRole("alert");
  assert.match(await alert.innerText(), /Not in the parcel: Battery/);
  await desk.reach(alert.getByRole("button", { name: "Ask the owner", exact: true }));
  await desk.keys("Enter");
  await desk.hasFocus(desk.box("What do you ask the owner?"));
  await desk.look();
  await desk.keys("Enter");
  await desk.page.getByText("The owner is asked.").waitFor();
  await desk.comes("Case");
  await desk.page.getByText("Your parcel came without: Battery. Can you send it?").waitFor();
  await desk.look();
});

test("its owner answers on her phone", async () => {
  phone = await openOwnerPhone(browser, served.url, { scripts: true });
  await phone.open(`/cases/${id}`);
  await signInByMail(phone, served, ada.email);
  await phone.open(`/cases/${id}`);
  assert.equal(await phone.heading(), "Answer our question about your parcel");
  await phone.follow("Answer our question");
  assert.match(await phone.text(), /not everything that has to come was in it/);
  await phone.press("Send answer");
  assert.match(await phone.page.getByRole("alert").innerText(), /Choose one of the answers/);
  await phone.choose("answer");
  await phone.press("Send answer");
  assert.match(await phone.text(), /Battery/);
  assert.match(await phone.text(), /Our reason: Your parcel came without: Battery/);
});

test("the rest comes, lies in a bin, and the place finds it", async () => {
  await toIntake();
  await desk.scan(ada.serial);
  await desk.comes("Take a parcel in");
  await desk.scan(ada.serial);
  const battery = desk.page.getByRole("checkbox", { name: "Battery" });
  await desk.reach(battery);
  await desk.keys("Space");
  await desk.reach(desk.box("Condition"), "Shift+Tab");
  await desk.page.keyboard.type("as new");
  await desk.keys("Control+Enter");
  await desk.page.getByText("Taken in. It can be inspected.").waitFor();
  await desk.comes("Case");
  await desk.reach(desk.box("Where it lies"));
  await desk.scan("shelf 7");
  await desk.page.getByText("It lies at SHELF 7.").first().waitFor();
  await toIntake();
  await desk.scan("Shelf 7");
  await desk.comes("Bench");
});

test("a quote is made by keyboard, as the owner reads it", async () => {
  const bench = await served.as("staff");
  await bench.inspectDevice({ id, findings: { ...cleanFindings, intentional: true } });
  await desk.page.goto(`${served.url}/console/cases/${id}`);
  await desk.comes("Case");
  await desk.reach(desk.link("Make a quote"));
  await desk.keys("Enter");
  await desk.comes("Quote");
  const listed = desk.page.getByRole("combobox", { name: "From the price list" });
  await desk.reach(listed);
  await desk.page.keyboard.type("Lens");
  const heading = desk.page.getByRole("heading", { name: "As the owner reads it" });
  const preview = desk.page.locator("section.section", { has: heading });
  await preview.getByText("Lens, new").waitFor();
  await desk.reach(desk.page.getByRole("button", { name: "One line more" }));
  await desk.keys("Enter");
  const second = desk.page.getByRole("group", { name: "Line 2" });
  await desk.reach(second.getByRole("textbox", { name: "What the owner reads" }));
  await desk.page.keyboard.type("Cleaning");
  await desk.reach(second.getByRole("textbox", { name: /^Price of one in PLN/ }));
  await desk.page.keyboard.type("12.50");
  await preview.getByText("Cleaning").waitFor();
  await preview.getByText(/212\.50\sPLN/).waitFor();
  await desk.look();
  await desk.keys("Control+Enter");
  await desk.page.getByText("The quote is on the sheet. The owner hears of it.").waitFor();
  await desk.comes("Case");
});

test("its owner sees what the price is made of, takes it, and pays it", async () => {
  await phone.open(`/cases/${id}/choices`);
  const sheet = await phone.text();
  assert.match(sheet, /Lens, new\s+200\.00\sPLN/);
  assert.match(sheet, /Cleaning\s+12\.50\sPLN/);
  assert.match(sheet, /This price holds until/);
  const paper = await phone.page.request.get(`/v1/claims/${id}/quotes/1.pdf`);
  assert.equal(paper.headers()["content-type"], "application/pdf");
  await phone.press("Choose paid repair");
  await phone.choose("method");
  await phone.press(/^Pay /);
  await served.settle();
  const { claim } = await (await served.as("staff")).showClaim({ id });
  assert.equal(claim.state, "paid");
  const { data } = await (await served.as("staff")).listQuotes({ id });
  assert.deepEqual(
    data.map(({ state, total }) => [state, total]),
    [["accepted", claim.fee]],
  );
});

test("what nobody knows is kept, and found by its place", async () => {
  await toIntake();
  await desk.scan("GOPRO1234567");
  await desk.page
    .getByRole("alert")
    .getByText(/It may be another maker's/)
    .waitFor();
  await desk.reach(desk.box("What is in it"));
  await desk.page.keyboard.type("a small camera of another maker");
  await desk.reach(desk.box("Where it lies"));
  await desk.scan("R2");
  await desk.page.getByText("Kept. Scanning its serial or its place finds it.").first().waitFor();
  await desk.look();
  const { data } = await (await served.as("staff")).listStrays({ search: "gopro" });
  assert.equal(data.length, 1);
});

test("nothing on the way kept anybody out", () => {
  assert.deepEqual(desk.faults(), []);
  assert.deepEqual(phone.faults(), []);
});
