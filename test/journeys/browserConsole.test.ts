import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../support/browser.ts";
import { type OwnerPhone, openOwnerPhone } from "../support/ownerPhone.ts";
import { choosePlanAndPay, signInByMail } from "../support/ownerSteps.ts";
import { pageFaults } from "../support/pageFaults.ts";
import { coverCamera, reportFall } from "../support/reportedCamera.ts";
import { type ServedEvermend, servedEvermend } from "../support/servedEvermend.ts";
import { openStaffDesk, type StaffDesk } from "../support/staffDesk.ts";
import { atEnd } from "../support/testDatabase.ts";

const ada = { name: "Ada Nowak", email: "ada@example.org", serial: "AC4A7K2M9Q1R" };
const jan = { name: "Jan Kowalski", email: "jan@example.org", serial: "AC4B3T8W5X2Z" };
const eva = { name: "Eva Lind", email: "eva@example.org", serial: "AC4D9Y3L6J8F" };
const NEW_SERIAL = "AC4C6V1N4P7S";
const FIRST_ROUTE_BYTES = 250_000;

let served: ServedEvermend;
let browser: Browser;
let desk: StaffDesk;
let phone: OwnerPhone;
let adasCase = "";
let jansCase = "";
/** What keeps people out on narrow screens. */
const narrow: string[] = [];

/** An answer to the first finding on the bench. */
const answerOf = (name: string) =>
  desk.page.getByRole("group", { name: "Done on purpose" }).getByRole("radio", { name, exact: true });

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  served = await servedEvermend("2026-06-13T10:00:00Z");
  await coverCamera(served, ada);
  await coverCamera(served, jan);
  await coverCamera(served, eva);
  await served.moveTo("2026-09-05T10:00:00Z");
  adasCase = await reportFall(served, ada);
  jansCase = await reportFall(served, jan);
});

test("staff signs in by the link that was printed, and sees what waits", async () => {
  desk = await openStaffDesk(browser, await served.personaLink("staff"));
  await desk.comes("Work queue");
  const rows = desk.page.getByRole("table", { name: "To receive" }).getByRole("row");
  await rows.nth(2).waitFor();
  assert.equal(await rows.count(), 3, "two cases under the head");
  const bytes = await desk.scriptBytes();
  assert.ok(bytes > 50_000 && bytes <= FIRST_ROUTE_BYTES, `${bytes} bytes of script on the first route`);
  await desk.look();
});

test("a scanned parcel is taken in without a mouse", async () => {
  await desk.scan(ada.serial);
  await desk.comes("Take a parcel in");
  await desk.hasFocus(desk.box("Serial on the device"));
  await desk.scan(ada.serial.toLowerCase());
  await desk.page.getByText("The serial is the one of this case.").waitFor();
  await desk.keys("Space", "ArrowDown", "Space");
  await desk.reach(desk.box("Condition"), "Shift+Tab");
  await desk.page.keyboard.type("lens broken, body dented");
  await desk.look();
  await desk.keys("Control+Enter");
  await desk.page.getByText("Taken in. It can be inspected.").waitFor();
  await desk.comes("Case");
  await desk.look();
});

test("the receipt follows the findings while they are made by keyboard, and is saved", async () => {
  await desk.reach(desk.link("Inspect"));
  await desk.keys("Enter");
  await desk.comes("Bench");
  const receipt = desk.part("Live receipt");
  const says = (outcome: string) => receipt.locator(".receipt-outcome", { hasText: outcome }).waitFor();
  await says("Not decided yet");
  await desk.look();
  await desk.keys("y");
  await says("Not covered: paid repair");
  await receipt.getByText("5.4 On purpose").first().waitFor();
  await desk.keys("n");
  await says("Not decided yet");
  for (let finding = 1; finding < 7; finding += 1) {
    await desk.keys("ArrowDown", "n");
  }
  await says("The plan covers it");
  assert.match(await receipt.innerText(), /Fee\s+119\.00\sPLN/);
  await desk.reach(desk.box("Price of a paid repair, PLN"));
  await desk.page.keyboard.type("640");
  await receipt.getByText(/640\.00\sPLN/).waitFor();
  await desk.look();
  await desk.keys("Control+Enter");
  await desk.page.getByText("Saved. The owner is asked to choose.").waitFor();
  await desk.comes("Case");
  await desk.look();
});

test("the owner chooses the replacement and pays on her phone", async () => {
  phone = await openOwnerPhone(browser, served.url, { scripts: true });
  await phone.open(`/cases/${adasCase}`);
  await signInByMail(phone, served, ada.email);
  await choosePlanAndPay(phone, served);
  await phone.open(`/cases/${adasCase}`);
  assert.equal(await phone.heading(), "We are working on it");
});

test("another unit is scanned in her camera's place, and leaves", async () => {
  await desk.backToQueue();
  await desk.scan(ada.serial);
  await desk.comes("Swap the unit");
  await desk.hasFocus(desk.box("Serial of the new unit"));
  await desk.scan(NEW_SERIAL);
  await desk.page.getByText("The plan moves from AC4A 7K2M 9Q1R to AC4C 6V1N 4P7S").waitFor();
  await desk.look();
  await desk.keys("Control+Enter");
  await desk.comes("Case");
  await desk.reach(desk.link("Ship it"));
  await desk.keys("Enter");
  await desk.comes("Ship it");
  await desk.hasFocus(desk.box("Carrier"));
  await desk.page.keyboard.type("DPD");
  await desk.look();
  await desk.keys("Tab");
  await desk.scan("0123456789");
  await desk.page.getByText("Shipped. The owner hears of it.").waitFor();
  await desk.comes("Case");
  await desk.look();
});

test("the ribbon on her phone goes on under the new serial", async () => {
  await phone.open("/devices");
  await phone.follow(/Osmo Action 4/);
  const ribbon = await phone.page.getByRole("img", { name: /^Cover of your/ }).textContent();
  for (const serial of [ada.serial, NEW_SERIAL]) {
    assert.ok(ribbon?.replaceAll(/\s/g, "").includes(serial.slice(-4)), `${serial} is on the ribbon`);
  }
  assert.match(await phone.text(), /2 of 3 replacements left/);
});

test("a wrong serial and a missing battery are loud, and the case holds", async () => {
  const alert = desk.page.getByRole("alert");
  await desk.backToQueue();
  await desk.scan(jan.serial);
  await desk.comes("Take a parcel in");
  await desk.hasFocus(desk.box("Serial on the device"));
  await desk.scan("AC4X0000000X");
  assert.match(await alert.innerText(), /Wrong serial[\s\S]*The case is about AC4B 3T8W 5X2Z/);
  assert.equal(await alert.getByRole("button").count(), 4);
  await desk.look();
  await desk.scan(jan.serial);
  await alert.waitFor({ state: "detached" });
  await desk.keys("Space");
  await desk.reach(desk.box("Condition"), "Shift+Tab");
  await desk.page.keyboard.type("wet");
  await desk.keys("Control+Enter");
  assert.match(await alert.innerText(), /Parts are missing[\s\S]*Not in the parcel: Battery/);
  assert.equal(await alert.getByRole("button").count(), 5);
  await desk.look();
  await desk.keys("Enter");
  await desk.page.getByText("Taken in. The owner is asked for the rest.").waitFor();
  await desk.comes("Case");
  await desk.page.getByText("sends the missing parts").first().waitFor();
  await desk.look();
  const { claim } = await (await served.as("staff")).showClaim({ id: jansCase });
  assert.deepEqual([claim.next.who, claim.next.what], ["owner", "send_rest"]);
});

test("a case that moves elsewhere moves here as well, and nobody fills in what is done", async () => {
  const elsewhere = await served.as("staff");
  await desk.reach(desk.link("Take the parcel in"));
  await desk.keys("Enter");
  await desk.comes("Take a parcel in");
  await desk.scan(jan.serial);
  const parts: ["battery"] = ["battery"];
  await elsewhere.receiveDevice({ id: jansCase, serial: jan.serial, parts, condition: "dry" });
  await elsewhere.inspectDevice({ id: jansCase, findings: { intentional: true } });
  await desk.page.getByRole("alert").getByText("The case has moved on: it is at “Inspected” now.").waitFor();
  await desk.look();
  await desk.page.getByRole("link", { name: "Go to the case" }).click();
  await desk.comes("Case");
  const own = await served.as("owner", jan.email);
  await own.chooseRoute({ id: jansCase, route: "return" });
  await desk.page.getByText("We send it back as it is").waitFor();
});

test("a scan lands in its box wherever the focus is, and answers no question", async () => {
  const id = await reportFall(served, eva);
  const bench = await served.as("staff");
  const parts: ["camera", "battery"] = ["camera", "battery"];
  await bench.receiveDevice({ id, serial: eva.serial, parts, condition: "dented" });
  await desk.scan(eva.serial);
  await desk.comes("Case");
  await desk.reach(desk.link("Inspect"));
  await desk.keys("Enter");
  await desk.comes("Bench");
  await desk.hasFocus(answerOf("Not judged"));
  await desk.scan("AC4N0Y0N0Y0N");
  await desk.page.getByText("Nothing is found for AC4N0Y0N0Y0N.").waitFor();
  assert.ok(await answerOf("Not judged").isChecked(), "the finding is as it was");
  await answerOf("Not judged").evaluate((radio) => {
    for (const key of "NY0") {
      radio.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    }
  });
  assert.ok(await answerOf("Not judged").isChecked(), "letters as fast as a scanner's are taken back");
  await desk.keys("Control+k");
  await desk.scan("(*)");
  await desk.page.getByText("Nothing is found for (*).").waitFor();
});

test("findings outlive a look elsewhere and the end of the session", async () => {
  await desk.reach(answerOf("Not judged"));
  await desk.keys("n");
  await desk.page.getByRole("link", { name: "Go to the case" }).click();
  await desk.comes("Case");
  await desk.page.goBack();
  await desk.comes("Bench");
  assert.ok(await answerOf("No").isChecked());
  await desk.page.context().clearCookies();
  await desk.keys("ArrowDown", "n");
  await desk.page.getByText("Your session has ended.").waitFor();
  await desk.look();
  await desk.page.getByLabel("E-mail address").fill("staff@evermend.example");
  await desk.keys("Enter");
  await desk.hasFocus(desk.page.getByLabel("Code from the mail"));
  await desk.page.keyboard.type(await served.mailedCode());
  await desk.keys("Enter");
  await desk.comes("Bench");
  assert.ok(await answerOf("No").isChecked());
});

test("a tablet and a phone show the bench and the queue as well", async () => {
  narrow.push(...(await pageFaults(desk.page, [768, 390, 320])));
  await desk.backToQueue();
  narrow.push(...(await pageFaults(desk.page, [768, 390, 320])));
});

test("the file of a list has every row of it, and a filter says what it takes", async () => {
  await desk.keys("Alt+7");
  await desk.page.getByRole("table", { name: "All" }).getByRole("row").nth(3).waitFor();
  const [file] = await Promise.all([
    desk.page.waitForEvent("download"),
    desk.page.getByRole("button", { name: "Save the list as CSV" }).click(),
  ]);
  const lines = (await readFile(await file.path(), "utf8")).trim().split("\r\n");
  assert.deepEqual(
    new Set(lines.slice(1).map((line) => line.split(",")[0])),
    new Set([ada.serial, jan.serial, eva.serial]),
  );
  const filter = desk.page.getByRole("textbox", { name: "Serial", exact: true });
  await filter.fill("AC");
  await desk.page.getByText("A serial has 4 to 40 letters and digits").waitFor();
  await filter.fill("AC4X0000000X");
  await desk.keys("Enter");
  await desk.page.getByText("No case fits these filters.").waitFor();
  await desk.look();
});

test("no screen and no page keeps anybody out, in light or in dark", () => {
  const faults = [...desk.faults(), ...phone.faults(), ...narrow];
  // The session that was ended is the one thing the browser complains of.
  assert.deepEqual(
    faults.filter((fault) => !fault.includes("status of 401")),
    [],
  );
});
