import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../support/browser.ts";
import { warsaw } from "../support/cases.ts";
import { openOwnerPhone } from "../support/ownerPhone.ts";
import { coverCamera } from "../support/reportedCamera.ts";
import { type ServedEvermend, servedEvermend } from "../support/servedEvermend.ts";
import { openStaffDesk, type StaffDesk } from "../support/staffDesk.ts";
import { atEnd } from "../support/testDatabase.ts";

const ada = { name: "Ada Nowak", email: "ada@example.org", serial: "AC4A7K2M9Q1R" };
const FOUND = { cause: "defect", parts: ["camera" as const], modified: false } as const;

let served: ServedEvermend;
let browser: Browser;
let manager: StaffDesk;
let claim = "";

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  served = await servedEvermend("2026-06-13T10:00:00Z");
  await coverCamera(served, ada);
  const keeper = await served.as("manager");
  const clock = { zone: "Europe/Berlin", cutOff: "15:00" };
  await keeper.addSupplier({
    supplier: "dji",
    name: "DJI",
    country: "DE",
    email: "claims@dji.example",
    ...clock,
  });
  await served.moveTo("2026-09-05T10:00:00Z");
  const own = await served.as("owner", ada.email);
  const incident = { at: "2026-09-04", cause: "defect" as const, parts: ["camera" as const] };
  const opened = await own.openClaim({ serial: ada.serial, incident, channel: "online", address: warsaw });
  claim = opened.claim.id;
  const bench = await served.as("staff");
  await bench.receiveDevice({
    id: claim,
    serial: ada.serial,
    parts: ["camera", "battery"],
    condition: "dead",
  });
  manager = await openStaffDesk(browser, await served.personaLink("manager"));
  await manager.comes("Work queue");
});

const open = async (path: string, title: string): Promise<void> => {
  await manager.page.goto(`${served.url}/console${path}`);
  await manager.comes(title);
};
/** The label of a field, with the star of one that is needed. */
const named = (label: string): RegExp => new RegExp(`^${RegExp.escape(label)}( \\*)?$`);
const press = (name: string): Promise<void> =>
  manager.page.locator("#content").getByRole("button", { name, exact: true }).click();
const choose = async (label: string, value: string): Promise<void> => {
  await manager.page.locator("#content").getByLabel(named(label)).selectOption(value);
};
const type = async (label: string, text: string): Promise<void> => {
  await manager.page.locator("#content").getByLabel(named(label)).fill(text);
};
const said = (text: RegExp): Promise<void> => manager.page.getByText(text).first().waitFor();

test("a manager agrees with the maker what it pays back", async () => {
  await open("/supply/agreements", "Recovery agreements");
  await manager.look();
  await press("Set this agreement");
  await type("Supplier", "dji");
  await type("From", "2026-01-01");
  await type("Labour for each case", "25.00");
  await type("For each part", "camera=90.00");
  await press("Set this agreement");
  await manager.page.locator("#content li", { hasText: "camera" }).waitFor();
  await manager.look();
});

test("the office begins the warranty by a proof, and sees first what becomes of the open case", async () => {
  await open(`/devices/dev_${claim.split("_")[1]}`, "Device");
  await press("Change how it began");
  await choose("What you have seen", "purchased");
  await type("Day", "2026-05-20");
  await type("Proof", "invoice 2026/88");
  await type("Reason", "shown at the counter");
  await press("See what it would change");
  await said(/would be .*[Ww]arranty.* instead of/);
  await manager.look();
  await press("Save this record");
  await manager.page.getByRole("table", { name: "Versions" }).getByText("In force").first().waitFor();
  const fact = manager.page.locator(".facts div", { hasText: "Maker's warranty until" });
  await fact.getByText("Thu 20 May 2027").waitFor();
  await open(`/cases/${claim}`, "Case");
  await said(/^Warranty until Thu 20 May 2027$/);
});

test("anybody reads by the serial how long the maker's warranty runs, and from what it counts", async () => {
  const phone = await openOwnerPhone(browser, served.url, { scripts: false });
  await phone.open(`/cover/${ada.serial}`);
  assert.match(await phone.text(), /maker’s warranty runs until Thu 20 May 2027, counted from the purchase/);
  const data = await phone.page.locator('script[type="application/ld+json"]').textContent();
  assert.match(data ?? "", /WarrantyPromise/);
  assert.doesNotMatch(data ?? "", /care|plan|invoice/i);
  assert.deepEqual(phone.faults(), []);
});

test("the case goes by warranty to its close, and uses nothing", async () => {
  const bench = await served.as("staff");
  const looked = await bench.inspectDevice({ id: claim, findings: { ...FOUND, parts: [...FOUND.parts] } });
  assert.equal(looked.receipt.outcome, "warranty");
  const own = await served.as("owner", ada.email);
  assert.equal((await own.chooseRoute({ id: claim, route: "warranty" })).state, "paid");
  await bench.shipDevice({ id: claim, carrier: "DPD", tracking: "T-1" });
  assert.equal((await own.closeClaim({ id: claim })).state, "closed");
  await served.settle();
});

test("its recovery is sent, accepted, and paid to the cent", async () => {
  await open("/money/recoveries", "Recoveries");
  await manager.look();
  await manager.page.locator("#content .row-link").first().click();
  await manager.comes("Recovery");
  await press("Send it to the supplier");
  await manager.page.getByRole("button", { name: "Take it down" }).waitFor();
  await manager.look();
  await choose("What the supplier says", "accepted");
  await press("Take it down");
  await manager.page.getByRole("button", { name: "Paid by a bank credit" }).waitFor();
  const keeper = await served.as("manager");
  const booked = await keeper.bookCredits({
    credits: [
      {
        bankId: "B-1",
        amount: { amount: 11_500, currency: "EUR" },
        reference: "dji",
        bookedOn: "2026-09-05",
      },
    ],
  });
  await type("Bank credit", booked.credits[0]?.id ?? "");
  await press("Paid by a bank credit");
  await manager.page.locator(".page-about").getByText("Paid", { exact: true }).waitFor();
  await open("/money/recoveries", "Recoveries");
  await said(/Owed by dji by the ledger/);
  const { balances } = await keeper.listRecoveries({});
  assert.deepEqual(balances, [{ supplier: "dji", balance: { amount: 0, currency: "EUR" } }]);
  await open("/supply/warranties", "Warranty rules");
  await manager.look();
  assert.deepEqual(manager.faults(), []);
});
