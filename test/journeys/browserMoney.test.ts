import assert from "node:assert/strict";
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

/** What a first route may weigh, and here there were two. */
const MONEY_BYTES = 250_000;

let served: ServedEvermend;
let browser: Browser;
let desk: StaffDesk;
let manager: Client;
let chargeId = "";
let refundId = "";
const narrow: string[] = [];

const look = (name: string) => lookAt(desk, `money-${name}`, narrow);

async function open(path: string, title: string): Promise<void> {
  await desk.page.goto(`${served.url}/console${path}`);
  await desk.comes(title);
}

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  served = await servedEvermend("2026-06-13T10:00:00Z");
  await coverCamera(served, ada);
  manager = await served.as("manager");
  const shop = await served.as("reseller");
  const buyer = { name: "Shop", email: "shop@example.org", country: "PL" };
  const lines = [{ sku: "U-3889316", quantity: 3 }];
  const { id } = await shop.placeOrder({ lines, buyer, delivery: { option: "email" } });
  await shop.payOrder({ id, method: "test_success" });
  await served.settle();
  const charges = await manager.listCharges({});
  chargeId = charges.data.find(({ amount }) => amount.amount > 10_000)?.id ?? "";
  // Above the limit, by whoever speaks with a key: somebody else than who signs in.
  const { amount } = (await manager.showCharge({ id: chargeId })).charge;
  const asked = await manager.askRefund({ charge: chargeId, amount, reason: "sorry for the wait" });
  refundId = asked.id;
  await served.settle();
});

test("a manager finds the money by the head of every screen", async () => {
  desk = await openStaffDesk(browser, await served.personaLink("manager"));
  await desk.comes("Work queue");
  await desk.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Money" }).click();
  await desk.comes("Charges");
  await desk.page.getByRole("table", { name: "Charges" }).getByRole("row").nth(1).waitFor();
  const bytes = await desk.scriptBytes();
  assert.ok(bytes > 50_000 && bytes <= MONEY_BYTES, `${bytes} bytes of script for the queue and the charges`);
  await look("charges");
});

test("a charge is found by its id with Ctrl K, with its tries, plans, refunds and postings", async () => {
  await desk.keys("Control+k");
  await desk.scan(chargeId);
  await desk.comes("Charge");
  await desk.page.getByRole("table", { name: "Postings" }).waitFor();
  const [paid] = (await manager.showCharge({ id: chargeId })).tries;
  assert.equal(paid?.state, "succeeded");
  await look("charge");
});

test("whoever asked for a refund above the limit is refused; another manager approves it", async () => {
  const asked = await manager.showRefund({ id: refundId });
  await desk.page.getByRole("navigation", { name: "Money" }).getByRole("link", { name: "Refunds" }).click();
  await desk.comes("Refunds");
  await look("refunds");
  await desk.keys("Control+k");
  await desk.scan(refundId);
  await desk.comes("Refund");
  await desk.page.getByText("sorry for the wait").first().waitFor();
  await look("refund");
  assert.ok(asked.needsSecondPerson);
  await assert.rejects(manager.approveRefund({ id: refundId, decision: "approve", reason: "own" }), {
    code: "same_person",
  });
  assert.equal(asked.state, "requested");
  await desk.page.getByRole("textbox", { name: "Reason" }).fill("agreed");
  await desk.page.getByRole("button", { name: "Approve" }).click();
  await desk.page.getByText("Approved. The money is on its way.").waitFor();
  await served.settle();
  const decided = await manager.showRefund({ id: refundId });
  assert.notEqual(decided.decidedBy, decided.requestedBy);
  assert.equal(decided.state, "paid");
});

test("each account's rows add up to its balance", async () => {
  await open("/money/ledger", "Ledger");
  await look("ledger");
  const accounts = (await manager.listAccounts({ limit: 200 })).data;
  assert.ok(accounts.length >= 4, `${accounts.length} accounts`);
  for (const { id, balance, postings } of accounts) {
    await desk.page.goto(`${served.url}/console/money/ledger/${id}`);
    await desk.page.getByText("The rows add up to the balance").waitFor();
    const { data } = await manager.listAccountPostings({ id, limit: 200 });
    assert.equal(data.length, postings);
    const sum = data.reduce((total, row) => total + (row.debit.id === id ? 1 : -1) * row.amount.amount, 0);
    assert.equal(Math.abs(sum), Math.abs(balance.amount));
  }
  await look("account");
});

test("the other money screens keep nobody out, in light, in dark and on a phone", async () => {
  const screens = [
    ["/money/holds?view=all", "Holds"],
    ["/money/disputes", "Disputes"],
    ["/money/bank", "Bank credits"],
    ["/money/balances", "Balances"],
    ["/money/invoices", "Unpaid invoices"],
    ["/money/issued", "Invoices issued"],
    ["/money/earnings", "Earnings"],
    ["/money/sales", "Sold plans"],
    ["/money/transfers", "Plans passed on"],
  ] as const;
  for (const [path, title] of screens) {
    await open(path, title);
    await look(title.toLowerCase().replaceAll(" ", "-"));
  }
});

test("a bank report is checked first, its fault is named by line, then it is booked", async () => {
  await open("/money/bank", "Bank credits");
  await desk.page.getByRole("button", { name: "Import a report" }).click();
  const box = desk.page.getByRole("textbox", { name: "Import a report" });
  await box.fill("bank_id,booked_on,amount,currency,reference\nB-1,2026-06-12,12.345,EUR,nobody");
  await desk.page.getByRole("button", { name: "Check it first" }).click();
  await desk.page.getByRole("alert").getByText("Line 2").waitFor();
  await box.fill("bank_id,booked_on,amount,currency,reference\nB-1,2026-06-12,12.34,EUR,nobody");
  await desk.page.getByRole("button", { name: "Check it first" }).click();
  await desk.page.getByText("It would book 1; 0 are known already.").waitFor();
  assert.equal((await manager.listCredits({})).data.length, 0);
  await look("import");
  await desk.page.getByRole("button", { name: "Book it" }).click();
  await desk.page.getByRole("table", { name: "Bank credits" }).getByText("nobody", { exact: true }).waitFor();
  assert.equal((await manager.listCredits({})).data.length, 1);
});

test("money that is nobody's is sent back, after a second look and with a reason", async () => {
  await open("/money/bank", "Bank credits");
  await desk.reach(desk.page.getByRole("button", { name: "Send back…" }));
  await desk.keys("Enter");
  await desk.page.getByText(/12\.34\sEUR goes back to the account it came from/).waitFor();
  await desk.page.keyboard.type("not ours");
  await look("send-back");
  await desk.keys("Enter");
  await desk.page.getByText("Asked for. It stands among the refunds, as a transfer to be made.").waitFor();
  const [credit] = (await manager.listCredits({})).data;
  assert.equal(credit?.state, "returned");
  await look("sent-back");
});

test("what a payer has with us is paid out, in part", async () => {
  const shop = await served.as("reseller");
  const buyer = { name: "Shop", email: "shop@example.org", country: "PL" };
  const lines = [{ sku: "U-3889316", quantity: 1 }];
  const { id } = await shop.placeOrder({ lines, buyer, delivery: { option: "email" } });
  await shop.payOrder({ id, method: "test_refund_declined" });
  await served.settle();
  const charges = (await manager.listCharges({ state: "captured" })).data;
  const charge = charges.find(({ method }) => method === "test_refund_declined")?.id ?? "";
  const amount = { amount: 500, currency: "EUR" };
  const refund = await manager.askRefund({ charge, amount, reason: "sorry" });
  await served.settle();
  await manager.repayRefund({ id: refund.id, means: "balance" });
  await served.settle();
  await open("/money/balances", "Balances");
  await desk.reach(desk.page.getByRole("button", { name: "Pay out…" }));
  await desk.keys("Enter");
  await desk.page.getByRole("combobox", { name: "Way" }).selectOption("transfer");
  await desk.box("How much, EUR").fill("3.00");
  await desk.box("Reason").fill("asked for it");
  await look("pay-out");
  await desk.keys("Enter");
  await desk.page.getByText("Asked for. It stands among the refunds.").waitFor();
  const [paidOut] = (await manager.listRefunds({ kind: "balance" })).data;
  assert.deepEqual([paidOut?.amount.amount, paidOut?.means], [300, "transfer"]);
  await look("balances-left");
});

test("the next curve is shown on an example before it is set", async () => {
  await open("/money/earnings", "Earnings");
  await desk.page.getByRole("button", { name: "Set the next one" }).click();
  await desk.page.getByRole("combobox", { name: "Curve" }).selectOption("rule_of_78");
  await desk.page.getByRole("button", { name: "Show what it does" }).click();
  await desk.page.getByRole("cell", { name: "18.78" }).waitFor();
  assert.equal((await manager.listEarningCurves({})).data.length, 0);
  await look("curve");
  await desk.page.getByRole("button", { name: "Set it for plans sold from now on" }).click();
  await desk.page.getByText("Set. Plans sold from now on are earned by it.").waitFor();
  assert.equal((await manager.listEarningCurves({})).data.length, 1);
});

test("no money screen keeps anybody out", () => {
  assert.deepEqual([...desk.faults(), ...narrow], []);
});
