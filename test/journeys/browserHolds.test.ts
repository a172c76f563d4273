import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import { publicId } from "../../src/platform/index.ts";
import { type AdvanceDesk, ALL_PARTS, advanceDesk } from "../support/advanceDesk.ts";
import { openAppDesk } from "../support/appDesk.ts";
import { openBrowser } from "../support/browser.ts";
import { lookAt } from "../support/lookAt.ts";
import type { StaffDesk } from "../support/staffDesk.ts";
import { atEnd } from "../support/testDatabase.ts";

let advance: AdvanceDesk;
let browser: Browser;
let desk: StaffDesk;
let url = "";
const faults: string[] = [];

const look = (name: string) => lookAt(desk, `holds-${name}`, faults);

/** The hold of a claim whose replacement has left, by its public id. */
async function shippedHold(): Promise<{ readonly claim: string; readonly hold: string }> {
  const { id } = await advance.shipped();
  const { rootId, no } = await advance.hold(id);
  return { claim: id, hold: publicId("hld", rootId, no) };
}

async function open(id: string): Promise<void> {
  await desk.page.goto(`${url}/console/money/holds/${id}`);
  await desk.comes("Hold");
}

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  advance = await advanceDesk();
  ({ desk, url } = await openAppDesk(browser, advance.app, "manager"));
  await desk.comes("Work queue");
});

test("a hold is found by keyboard, its owner reminded, and it is said why it is not taken yet", async () => {
  const { claim, hold } = await shippedHold();
  await desk.page.goto(`${url}/console/money/holds?view=all`);
  await desk.comes("Holds");
  await look("list");
  await desk.reach(desk.page.getByRole("table", { name: "Holds" }).getByRole("link").first());
  await desk.keys("Enter");
  await desk.comes("Hold");
  await desk.page.getByText(/It cannot be captured yet. The device may come back until/).waitFor();
  assert.equal(await desk.page.getByRole("button", { name: "Capture it" }).count(), 0);
  await look("hold");
  await desk.reach(desk.page.getByRole("button", { name: "Remind the owner" }));
  await desk.keys("Enter");
  await desk.page.getByText("The owner is written to.").waitFor();
  await advance.app.platform.jobs.drained();
  assert.notEqual((await advance.hold(claim)).remindedAt, null);
  await open(hold);
  await desk.page.getByText("Reminded", { exact: true }).waitFor();
});

test("a hold is released with a reason, after a second look", async () => {
  const { claim, hold } = await shippedHold();
  await open(hold);
  await desk.page.getByRole("button", { name: "Release", exact: true }).click();
  await desk.hasFocus(desk.box("Reason"));
  await desk.page.keyboard.type("the device came to another desk");
  await look("release");
  await desk.keys("Enter");
  await desk.page.getByText("Being released. Nothing is taken.").waitFor();
  await advance.app.platform.jobs.drained();
  assert.equal((await advance.hold(claim)).state, "released");
  await desk.page.reload();
  await desk.page.getByText("the device came to another desk").waitFor();
  assert.equal(await desk.page.getByRole("button", { name: "Release" }).count(), 0);
  await look("released");
});

test("another device came: a person takes a part after the notice, and gives some back", async () => {
  const { id: claim } = await advance.shipped();
  const { rootId, no } = await advance.hold(claim);
  const hold = publicId("hld", rootId, no);
  await advance.days(3);
  await advance.bench("intake", claim, { serial: "MSE77777777", parts: ALL_PARTS, condition: "not ours" });
  await desk.page.goto(`${url}/console/money/holds?view=attention`);
  await desk.comes("Holds");
  await desk.page.getByText("Look at what came back").first().waitFor();
  await look("attention");
  await open(hold);
  await desk.page.getByText(/It cannot be captured yet. The device may come back until/).waitFor();
  await advance.days(13);
  await open(hold);
  await desk.box("How much, USD").fill("10.005");
  await desk.box("Reason").fill("another device came");
  await desk.page.getByRole("button", { name: "Capture it" }).click();
  await desk.page.getByText("Write it like 44.25, with the decimals of its currency.").waitFor();
  await desk.box("How much, USD").fill("99.00");
  await look("capture");
  await desk.page.getByRole("button", { name: "Capture it" }).click();
  await desk.page.getByText("Being captured. The rest is released.").waitFor();
  await advance.app.platform.jobs.drained();
  assert.equal((await advance.hold(claim)).capturedMinor, 9_900);
  await open(hold);
  await desk.box("How much, USD").fill("9.00");
  await desk.box("Reason").fill("the box was ours");
  await look("captured");
  await desk.page.getByRole("button", { name: "Give it back" }).click();
  await desk.page.getByText("Asked for. It stands among the refunds.").waitFor();
  await advance.app.platform.jobs.drained();
  const { data } = (await advance.app.call("manager", "GET /v1/refunds?kind=hold")).body as {
    data: { id: string; hold: string; amount: { amount: number } }[];
  };
  assert.deepEqual(
    data.map((refund) => [refund.hold, refund.amount.amount]),
    [[hold, 900]],
  );
  await desk.page.goto(`${url}/console/money/refunds/${data[0]?.id}`);
  await desk.comes("Refund");
  await look("refund");
});

test("staff may release and remind, and does not take", async () => {
  const { hold } = await shippedHold();
  const other = await openAppDesk(browser, advance.app, "staff");
  await other.desk.comes("Work queue");
  await other.desk.page.goto(`${url}/console/money/holds/${hold}`);
  await other.desk.comes("Hold");
  await other.desk.page.getByRole("button", { name: "Release" }).waitFor();
  assert.equal(await other.desk.page.getByRole("heading", { name: "Capture" }).count(), 0);
  assert.deepEqual(other.desk.faults(), []);
});

test("no screen of holds keeps anybody out", () => {
  assert.deepEqual([...desk.faults(), ...faults], []);
});
