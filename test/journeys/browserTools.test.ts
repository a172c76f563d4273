import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../support/browser.ts";
import { lookAt } from "../support/lookAt.ts";
import { type ServedEvermend, servedEvermend } from "../support/servedEvermend.ts";
import { openStaffDesk, type StaffDesk } from "../support/staffDesk.ts";
import { atEnd } from "../support/testDatabase.ts";

const SECRET = "shpss_0123456789abcdef";

let served: ServedEvermend;
let browser: Browser;
let desk: StaffDesk;
let codes: string[] = [];
let order = "";
const faults: string[] = [];

const look = (name: string) => lookAt(desk, `tools-${name}`, faults);

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  served = await servedEvermend("2026-06-13T10:00:00Z");
  desk = await openStaffDesk(browser, await served.personaLink("reseller"));
  await desk.page.getByRole("navigation", { name: "Main" }).waitFor();
  const placed = await ask("/v1/orders", {
    lines: [{ sku: "U-3889316", quantity: 3 }],
    buyer: { email: "shop@example.com", name: "The shop", country: "EE" },
    delivery: { option: "email" },
  });
  order = String(placed.id);
  await ask(`/v1/orders/${order}/payment`, { method: "test_success" });
  for (codes = []; codes.length === 0; ) {
    const { data = [] } = (await ask(`/v1/orders/${order}/codes`, {})) as { data?: { code: string }[] };
    codes = data.map(({ code }) => code);
  }
});

/** Asks as whoever is signed in at the desk. */
async function ask(path: string, body: object): Promise<Record<string, unknown>> {
  return await desk.page.evaluate(
    async ([to, told]) => {
      const headers = { "content-type": "application/json", "idempotency-key": crypto.randomUUID() };
      const reply = await fetch(to, { method: "POST", headers, body: JSON.stringify(told) });
      return (await reply.json()) as Record<string, unknown>;
    },
    [path, body] as const,
  );
}

test("codes are found, opened by keyboard, and taken out of use by a selection", async () => {
  await desk.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Codes" }).click();
  await desk.comes("Codes");
  await look("codes");
  const last4 = codes[0]?.slice(-4) ?? "";
  await desk.box("Last four").fill(last4);
  const history = desk.page.getByRole("button", { name: `History of the code that ends in ${last4}` });
  await history.focus();
  await desk.keys("Enter");
  await desk.page.getByText("Handed out").waitFor();
  await look("history");
  await desk.keys("Escape");
  await desk.page.getByText("Handed out").waitFor({ state: "detached" });
  await desk.page.getByRole("checkbox", { name: `Choose the code that ends in ${last4}` }).check();
  await desk.box("Why").fill("ordered too many");
  await desk.page.getByRole("button", { name: "Take out of use" }).click();
  await desk.page.getByRole("cell", { name: "Void" }).waitFor();
  await look("voided");
});

test("the till takes what a scanner types and gives a slip; a wrong code is said at once", async () => {
  await desk.link("Till").click();
  await desk.comes("Till");
  await desk.hasFocus(desk.box("Code"));
  await desk.scan(codes[0] ?? "");
  await desk.hasFocus(desk.box("Serial"));
  await desk.scan("AC4TILL00001");
  await desk.hasFocus(desk.box("Customer's name"));
  await desk.page.keyboard.type("Jo Kask");
  await desk.box("Customer's e-mail").fill("jo@example.com");
  await desk.page.getByRole("button", { name: "Activate" }).click();
  await desk.page.getByText("Not activated").waitFor();
  await look("till-refused");
  await desk.box("Code").fill(codes[1] ?? "");
  await desk.page.getByRole("button", { name: "Activate" }).click();
  await desk.page.getByText("The plan is active").waitFor();
  await desk.page.getByText("AC4TILL00001").waitFor();
  await look("till-slip");
  await desk.hasFocus(desk.page.getByRole("button", { name: "Next customer" }));
});

test("customers are checked by a list of serials", async () => {
  await desk.link("Check customers").click();
  await desk.comes("Check customers");
  await desk.page.getByRole("button", { name: "Check", exact: true }).click();
  await desk.page.getByText("Paste at least one serial.").waitFor();
  await desk.box("Serials, one in each line").fill("serial\nAC4TILL00001\nAC4NEVERSEEN1");
  await desk.page.getByRole("button", { name: "Check", exact: true }).click();
  await desk.page.getByText("A plan may be sold for 0 of 2.").waitFor();
  await look("customers");
});

test("a shop is connected; what it tells is shown, and waits for who maps its products", async () => {
  await desk.link("Connect").click();
  await desk.comes("Connect");
  await look("shops-empty");
  await desk.page.getByRole("button", { name: "Connect a shop" }).click();
  await desk.box("Address of the shop").fill("tamm.example");
  await desk.page.getByLabel("Signing secret").fill(SECRET);
  await look("shop-form");
  await desk.page.getByRole("button", { name: "Connect", exact: true }).click();
  await desk.link("tamm.example").click();
  await desk.comes("tamm.example");
  const id = new URL(desk.page.url()).pathname.split("/").at(-1);
  const body = JSON.stringify({
    id: 1,
    email: "jo@example.com",
    line_items: [{ id: 1, sku: "CARE", quantity: 1 }],
  });
  const told = await fetch(`${new URL(desk.page.url()).origin}/v1/shops/${id}/messages`, {
    method: "POST",
    body,
    headers: {
      "content-type": "application/json",
      "x-shopify-topic": "orders/paid",
      "x-shopify-webhook-id": "m-1",
      "x-shopify-hmac-sha256": createHmac("sha256", SECRET).update(body).digest("base64"),
    },
  });
  assert.equal(told.status, 200);
  await desk.page.reload();
  await desk.comes("tamm.example");
  await desk.page.getByText("A product is not mapped").waitFor();
  await desk.box("SKU in the shop").fill("CARE");
  await look("shop-waits");
  await desk.page.getByRole("button", { name: "Add", exact: true }).click();
  await desk.page.getByText("A product is not mapped").waitFor({ state: "detached" });
  await desk.page.getByRole("cell", { name: "Done" }).waitFor();
  await look("shop");
});

test("the codes of an order are saved as a file", async () => {
  await desk.page.goto(new URL(`/console/orders/${order}`, desk.page.url()).href);
  await desk.page.getByLabel("Format").selectOption("cards");
  const download = desk.page.waitForEvent("download");
  await desk.page.getByRole("button", { name: "Make the file" }).click();
  assert.match((await download).suggestedFilename(), /-codes\.pdf$/);
  await look("order-files");
});

test("no screen of these keeps anybody out", () => {
  assert.deepEqual([...faults, ...desk.faults()], []);
});
