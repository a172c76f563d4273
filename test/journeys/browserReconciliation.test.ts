import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import type { Client } from "../../src/client/index.ts";
import { openBrowser } from "../support/browser.ts";
import { lookAt } from "../support/lookAt.ts";
import { coverCamera } from "../support/reportedCamera.ts";
import { type ServedEvermend, servedEvermend } from "../support/servedEvermend.ts";
import { openStaffDesk, type StaffDesk } from "../support/staffDesk.ts";
import { atEnd } from "../support/testDatabase.ts";

const ada = { name: "Ada Nowak", email: "ada@example.org", serial: "AC4A7K2M9Q1R" };
const HEADER = "id,entry,at,amount,currency,reference,our_key,of,fee,programme";

let served: ServedEvermend;
let browser: Browser;
let desk: StaffDesk;
let manager: Client;
/** What the provider calls the payment it took. */
let reference = "";
const faults: string[] = [];

const look = (name: string) => lookAt(desk, `reconciliation-${name}`, faults);

async function open(page: string, title: string): Promise<void> {
  await desk.page.goto(`${served.url}/console/money/reconciliation/${page}`);
  await desk.comes(title);
}

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  served = await servedEvermend("2026-06-13T10:00:00Z");
  await coverCamera(served, ada);
  manager = await served.as("manager");
  const [charge] = (await manager.listCharges({})).data;
  const { tries } = await manager.showCharge({ id: charge?.id ?? "" });
  reference = tries[0]?.providerRef ?? "";
  assert.notEqual(reference, "");
  desk = await openStaffDesk(browser, await served.personaLink("manager"));
  await desk.comes("Work queue");
});

test("where nothing was compared yet each screen says so, and what to do", async () => {
  await desk.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Money" }).click();
  await desk.page
    .getByRole("navigation", { name: "Money" })
    .getByRole("link", { name: "Reconciliation" })
    .click();
  await desk.comes("Differences");
  await desk.page.getByText("Nothing is open: what others say is what our books say.").waitFor();
  await look("empty");
  await desk.page.getByRole("link", { name: "Comparisons" }).click();
  await desk.comes("Comparisons");
  await desk.page.getByText("Nothing was compared yet.").waitFor();
  await desk.page.getByRole("combobox", { name: "Who" }).selectOption("bank");
  await desk.page.getByRole("button", { name: "Clear filters" }).click();
  await desk.page.getByText("Nothing was compared yet.").waitFor();
});

test("a report is checked row by row, mended, and taken in by keyboard", async () => {
  await desk.page.getByRole("link", { name: "Reports" }).click();
  await desk.comes("Reports");
  await desk.page.getByRole("button", { name: "Send a report" }).click();
  await desk.box("Name").fill("test");
  await desk.box("From").fill("2026-06-10");
  await desk.box("To").fill("2026-06-13");
  const right = [
    `P-1,payment,2026-06-13,44.25,EUR,${reference},,,1.30,`,
    "U-1,payment,2026-06-13,12.00,EUR,ch_other,,,,",
    "U-2,payment,2026-06-13,900.00,EUR,ch_another,,,,",
  ];
  await desk
    .box("Rows")
    .fill(
      [HEADER, "P-1,payment,2026-06-13,44.255,EUR,x,,,,", "U-1,gift,2026-06-13,12.00,EUR,y,,,,"].join("\n"),
    );
  await desk.page.getByRole("button", { name: "Check it first" }).click();
  const wrong = desk.page.getByRole("table", { name: "What is wrong" });
  await wrong.getByRole("cell", { name: "amount", exact: true }).waitFor();
  assert.match((await wrong.innerText()).replaceAll(/\s+/g, " "), /2 amount .*44\.255.*3 entry .*gift/);
  await look("wrong-rows");
  assert.equal((await manager.listReports({})).data.filter(({ origin }) => origin === "sent").length, 0);
  await desk.box("Rows").fill([HEADER, ...right].join("\n"));
  await desk.reach(desk.page.getByRole("button", { name: "Check it first" }));
  await desk.keys("Enter");
  await desk.page.getByText("Every row can be read: 3 new.").waitFor();
  await look("checked");
  await desk.reach(desk.page.getByRole("button", { name: "Take it in" }));
  await desk.keys("Enter");
  await desk.page
    .getByRole("table", { name: "Reports" })
    .getByRole("cell", { name: "test", exact: true })
    .first()
    .waitFor();
  await served.settle();
  await look("reports");
  await open("nights", "Comparisons");
  await desk.page.getByRole("table", { name: "Comparisons" }).getByText("Payment provider test").waitFor();
  await look("nights");
});

test("a difference shows both sides, and what can be posted is posted with a reason", async () => {
  await open("differences", "Differences");
  const table = desk.page.getByRole("table", { name: "Differences" });
  await table.getByRole("row").nth(3).waitFor();
  await look("differences");
  await desk.page
    .getByRole("combobox", { name: "Cause" })
    .selectOption({ label: "A fee that nobody agreed" });
  await table.getByRole("row").nth(2).waitFor({ state: "detached" });
  await desk.reach(table.getByRole("link", { name: "A fee that nobody agreed" }));
  await desk.keys("Enter");
  await desk.comes("Difference");
  const sides = desk.page.getByRole("table", { name: "Both sides" });
  assert.match((await sides.innerText()).replaceAll(/\s+/g, " "), /Fee 1\.30 EUR none agreed/);
  await look("difference");
  const address = desk.page.url();
  await desk.page.getByRole("link", { name: "The report it came with" }).click();
  await desk.comes("Lines of a report");
  const lines = desk.page.getByRole("table", { name: "Lines of a report" });
  await lines.getByText("P-1", { exact: true }).waitFor();
  assert.equal(await lines.getByRole("row").count(), 2);
  await look("report-lines");
  await desk.page.getByLabel("Any name of it").fill("");
  await desk.page.getByLabel("Any name of it").press("Enter");
  await lines.getByText("U-2", { exact: true }).waitFor();
  await desk.page.goto(address);
  await desk.comes("Difference");
  await desk.reach(desk.box("Reason"));
  await desk.page.keyboard.type("their new price list");
  await desk.keys("Enter");
  await desk.page.getByText("Posted, and written down with your name.").waitFor();
  await desk.page.getByRole("table", { name: "Postings" }).getByText("Providers' costs, test").waitFor();
  await look("posted");
  const [fee] = (await manager.listDifferences({ cause: "fee_unexpected" })).data;
  assert.deepEqual([fee?.state, fee?.reason], ["posted", "their new price list"]);
});

test("so much is settled by two: who asked is refused, another one settles it", async () => {
  const big = (await manager.listDifferences({ state: "open" })).data.find(
    ({ amount }) => amount?.amount === 90_000,
  );
  await desk.page.goto(`${served.url}/console/money/reconciliation/differences/${big?.id}`);
  await desk.comes("Difference");
  await desk.box("Reason").fill("theirs by mistake");
  await desk.page.getByRole("button", { name: "Accept it as it is" }).click();
  await desk.page.getByText("One of two has agreed").waitFor();
  await look("asked");
  await desk.box("Reason").fill("again");
  await desk.page.getByRole("button", { name: "Accept it as it is" }).click();
  await desk.page.getByRole("alert").getByText("So much is settled by two").waitFor();
  await look("same-person");
  await manager.settleDifference({ id: big?.id ?? "", action: "accept", reason: "I agree" });
  await desk.page.reload();
  await desk.comes("Difference");
  await desk.page.getByText("I agree").waitFor();
  assert.equal(await desk.page.getByRole("button", { name: "Accept it as it is" }).count(), 0);
  await look("settled");
});

test("each figure ties, and opens its rows and its account", async () => {
  await open("ties", "Ties");
  const ties = desk.page.getByRole("table", { name: "Ties" });
  await ties.getByText("Deferred revenue").first().waitFor();
  await look("ties");
  const row = ties.getByRole("row").filter({ hasText: "Deferred revenue" }).first();
  const sums = await row.getByRole("link").allInnerTexts();
  assert.equal(sums[0], sums[1]);
  await row.getByRole("link").first().click();
  await desk.comes("Sold plans");
  await desk.page.getByRole("table", { name: "Sold plans" }).getByRole("row").nth(1).waitFor();
  await desk.page.goBack();
  await desk.comes("Ties");
  await row.getByRole("link").nth(1).click();
  await desk.comes("Ledger");
  await desk.page
    .getByRole("table", { name: "Ledger" })
    .getByRole("link", { name: "Deferred revenue" })
    .click();
  await desk.comes("Deferred revenue");
  await desk.page.getByText("The rows add up to the balance").waitFor();
  const source = desk.page.getByRole("table", { name: "Deferred revenue" }).getByRole("link").first();
  await source.click();
  await desk.comes("Charge");
});

test("what was agreed is set from a day on, once", async () => {
  await open("tariffs", "Agreed prices");
  const set = async () => {
    await desk.box("Name").fill("test");
    await desk.box("From").fill("2026-07-01");
    await desk.box("Share of each payment, per cent").fill("1.4");
    await desk.page.getByRole("button", { name: "Set it" }).click();
  };
  await set();
  const agreed = desk.page.getByRole("table", { name: "Agreed prices" });
  await agreed.getByText("Wed 1 Jul 2026").waitFor();
  assert.match((await agreed.innerText()).replaceAll(/\s+/g, " "), /test EUR .*1\.4 % \+ 0\.00 EUR/);
  await look("tariffs");
  await set();
  await desk.page.getByRole("alert").getByText("Something is agreed from that day on already.").waitFor();
});

test("while the world outside is matched every screen says so; it ends when nothing is missing", async () => {
  await open("differences", "Differences");
  await desk.page.getByRole("button", { name: "Stop taking money and shipping" }).click();
  await desk.box("Reason").fill("a copy was put back");
  await look("stop");
  await desk.page.getByRole("button", { name: "Stop now" }).click();
  const banner = desk.page.locator(".mode-banner");
  await banner.getByText("No money is taken and nothing is shipped now.").waitFor();
  await served.settle();
  // They told the payment by another name when they were asked: once is enough.
  const twice = (await manager.listDifferences({ cause: "doubled_there", state: "open" })).data;
  for (const { id } of twice) {
    await manager.settleDifference({ id, action: "accept", reason: "one payment, told twice" });
  }
  await desk.page.reload();
  await desk.comes("Differences");
  await banner.getByText("1 open difference of money").waitFor();
  assert.equal(await desk.page.getByRole("button", { name: "Take money and ship again" }).count(), 0);
  await look("mode");
  await desk.backToQueue();
  await banner.getByRole("link", { name: "What is missing" }).click();
  await desk.comes("Differences");
  await desk.page.getByRole("table", { name: "Differences" }).getByRole("link").first().click();
  await desk.comes("Difference");
  await desk.box("Reason").fill("another shop's");
  await desk.page.getByRole("button", { name: "Accept it as it is" }).click();
  await desk.page.getByText("Settled. It is written down with your name.").waitFor();
  await banner.getByRole("link", { name: "End it" }).click();
  await desk.comes("Differences");
  await desk.box("Reason").fill("all matched");
  await look("can-end");
  await desk.page.getByRole("button", { name: "Take money and ship again" }).click();
  await banner.waitFor({ state: "detached" });
  assert.equal((await manager.showStatus({})).reconciling, null);
});

test("the file of differences has all that are shown", async () => {
  await open("differences?state=all", "Differences");
  const [file] = await Promise.all([
    desk.page.waitForEvent("download"),
    desk.page.getByRole("button", { name: "Save the list as CSV" }).click(),
  ]);
  const lines = (await readFile(await file.path(), "utf8")).trim().split("\r\n");
  assert.equal(lines.length, 1 + (await manager.listDifferences({})).data.length);
});

test("a dispute that no message told of is booked at its charge, and suspends what it paid for", async () => {
  const [charge] = (await manager.listCharges({})).data;
  await desk.page.goto(`${served.url}/console/money/charges/${charge?.id}`);
  await desk.comes("Charge");
  await desk.reach(desk.page.getByRole("button", { name: "Book a dispute" }));
  await desk.keys("Enter");
  await desk.box("Taken back, EUR").fill("44.25");
  await desk.box("What the provider calls it").fill("dp_by_hand");
  await desk.box("What the bank says").fill("fraudulent");
  await desk.box("Evidence until the end of").fill("2026-06-30");
  await look("book-dispute");
  await desk.page.getByRole("button", { name: "Book it" }).click();
  await desk.page.getByText("Booked. What it paid for is suspended.").waitFor();
  const [dispute] = (await manager.listDisputes({})).data;
  assert.deepEqual(
    [dispute?.providerRef, dispute?.amount.amount, dispute?.answerBy, dispute?.charge],
    ["dp_by_hand", 4_425, "2026-06-30T23:59:59Z", charge?.id],
  );
});

test("no screen of reconciliation keeps anybody out", () => {
  assert.deepEqual([...desk.faults(), ...faults], []);
});
