import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import type { Client } from "../../src/client/index.ts";
import { openAppDesk } from "../support/appDesk.ts";
import { openBrowser } from "../support/browser.ts";
import { lookAt } from "../support/lookAt.ts";
import { coverCamera } from "../support/reportedCamera.ts";
import { activatePhone, sampleProgramme } from "../support/sampleProgramme.ts";
import { type ServedEvermend, servedEvermend } from "../support/servedEvermend.ts";
import { openStaffDesk, type StaffDesk } from "../support/staffDesk.ts";
import { atEnd } from "../support/testDatabase.ts";

const ada = { name: "Ada Nowak", email: "ada@example.org", serial: "AC4A7K2M9Q1R" };
const OWNER = "owner ada@example.org";
const BEGAN = "2026-03-20T10:00:00-10:00";

let browser: Browser;
let served: ServedEvermend;
let desk: StaffDesk;
let manager: Client;
let contract = "";
let charge = "";
const faults: string[] = [];

const look = (name: string) => lookAt(desk, `contracts-${name}`, faults);

async function open(path: string, title: string): Promise<void> {
  await desk.page.goto(`${served.url}/console${path}`);
  await desk.comes(title);
}

async function stateNow(): Promise<string> {
  await served.settle();
  return (await manager.showContract({ id: contract })).state;
}

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  served = await servedEvermend("2026-06-13T10:00:00Z");
  await coverCamera(served, ada);
  manager = await served.as("manager");
  contract = (await manager.listContracts({})).data[0]?.id ?? "";
  charge = (await manager.listCharges({})).data[0]?.id ?? "";
  desk = await openStaffDesk(browser, await served.personaLink("manager"));
  await desk.comes("Work queue");
});

test("a disputed payment suspends the plan: its page says so, and why it cannot be ended now", async () => {
  const { amount } = (await manager.showCharge({ id: charge })).charge;
  await manager.openDispute({ charge, amount, reason: "fraudulent", providerRef: "dp_1" });
  assert.equal(await stateNow(), "suspended");
  await open(`/contracts/${contract}`, "Contract");
  await desk.page.getByText("Payment disputed", { exact: true }).waitFor();
  await look("suspended");
  await desk.page.getByRole("button", { name: "Show what comes back" }).click();
  await desk.page.getByRole("alert").waitFor();
  await look("refused");
});

test("a dispute is found by keyboard and won: the plan goes on", async () => {
  await open("/money/disputes", "Disputes");
  await look("disputes");
  await desk.reach(desk.page.getByRole("table", { name: "Disputes" }).getByRole("link").first());
  await desk.keys("Enter");
  await desk.comes("Dispute");
  await desk.page.getByText("While it is open these give nothing").waitFor();
  await look("dispute");
  await desk.reach(desk.page.getByRole("button", { name: "We won" }));
  await desk.keys("Enter");
  await desk.page.getByRole("button", { name: "Yes, we won" }).click();
  await desk.page.getByText("It was won: these go on.").waitFor();
  assert.equal(await stateNow(), "active");
  await look("dispute-won");
});

test("goodwill is asked for at the charge and stands among its refunds", async () => {
  await open(`/money/charges/${charge}`, "Charge");
  await desk.box("How much, EUR").fill("4.00");
  await desk.box("Reason").fill("a long wait");
  await desk.page.getByRole("button", { name: "Ask for this refund" }).click();
  await desk.page.getByText("Done. It is written down with your name.").waitFor();
  await served.settle();
  const [refund] = (await manager.listRefunds({ kind: "goodwill" })).data;
  assert.deepEqual([refund?.amount.amount, refund?.state], [400, "paid"]);
  await desk.page.reload();
  await desk.comes("Charge");
  await look("goodwill");
});

test("what comes back is shown before a contract is ended, and nothing changes until it is", async () => {
  await open(`/contracts/${contract}`, "Contract");
  await desk.reach(desk.page.getByRole("button", { name: "Show what comes back" }));
  await desk.keys("Enter");
  const sum = desk.page.getByText(/^(Comes back: .*|Nothing comes back)$/);
  await sum.waitFor();
  assert.equal(await stateNow(), "active");
  await look("dry-run");
  await desk.page.getByRole("combobox", { name: "Why" }).selectOption("no-longer-wanted");
  await sum.waitFor({ state: "detached" });
  await desk.page.getByRole("button", { name: "Show what comes back" }).click();
  await sum.waitFor();
  await desk.reach(desk.page.getByRole("button", { name: "End it now" }));
  await desk.keys("Enter");
  await desk.page.getByText("The contract has ended.").waitFor();
  assert.equal(await stateNow(), "cancelled");
  await desk.page.getByText("Cancelled", { exact: true }).waitFor();
  assert.equal(await desk.page.getByRole("button", { name: "Show what comes back" }).count(), 0);
  await look("cancelled");
});

test("a plan that somebody else is to have is shown, and taken back", async () => {
  const app = await sampleProgramme(BEGAN, { programme: "one-time-transfer", plan: "term-2y" });
  const id = await activatePhone(app, OWNER);
  const to = { name: "Ben", email: "ben@example.org" };
  await app.call(OWNER, `POST /v1/contracts/${id}/transfer`, { to });
  const other = await openAppDesk(browser, app, "manager");
  await other.desk.comes("Work queue");
  await other.desk.page.goto(`${other.url}/console/contracts/${id}`);
  await other.desk.comes("Contract");
  await other.desk.page.getByText("Waits for the next holder").waitFor();
  await lookAt(other.desk, "contracts-passing", faults);
  await other.desk.page.getByRole("button", { name: "Take it back" }).click();
  await other.desk.page.getByText("Taken back. The plan stays with its holder.").waitFor();
  const { data } = (await app.call("manager", "GET /v1/transfers")).body as { data: { state: string }[] };
  assert.deepEqual(
    data.map(({ state }) => state),
    ["withdrawn"],
  );
  assert.deepEqual(other.desk.faults(), []);
});

test("a plan that renews by itself says when and for how much, and is stopped", async () => {
  const price = { amount: 799, currency: "USD" };
  const sold = { programme: "monthly-request", plan: "monthly", renewalMinor: price.amount };
  const app = await sampleProgramme(BEGAN, sold);
  const id = await activatePhone(app, OWNER);
  const agree = { method: "test_success", price, agrees: true };
  await app.call(OWNER, `POST /v1/contracts/${id}/auto-renewal`, agree);
  const other = await openAppDesk(browser, app, "manager");
  await other.desk.comes("Work queue");
  await other.desk.page.goto(`${other.url}/console/contracts/${id}`);
  await other.desk.comes("Contract");
  await other.desk.page.getByText(/It renews by itself: 7\.99\sUSD/).waitFor();
  await other.desk.page.getByText("Mon 20 Apr 2026 – Tue 19 May 2026").waitFor();
  await lookAt(other.desk, "contracts-by-itself", faults);
  await other.desk.page.getByRole("button", { name: "Stop that" }).click();
  await other.desk.page.getByText("It does not renew by itself.").waitFor();
  const { autoRenewal } = (await app.call("manager", `GET /v1/contracts/${id}/renewals`)).body;
  assert.equal(autoRenewal, null);
  assert.deepEqual(other.desk.faults(), []);
});

test("no screen about contracts keeps anybody out", () => {
  assert.deepEqual([...desk.faults(), ...faults], []);
});
