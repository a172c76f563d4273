import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import { type AppDesk, openAppDesk } from "../support/appDesk.ts";
import { openBrowser } from "../support/browser.ts";
import { type ClaimDesk, claimDesk, toPaid } from "../support/claimDesk.ts";
import { lookAt } from "../support/lookAt.ts";
import { atEnd } from "../support/testDatabase.ts";

let browser: Browser;
let desk: ClaimDesk;
let staff: AppDesk;
let waiting: string;
let reported: string;
let swapped: string;
let oldSerial: string;
const faults: string[] = [];
const asked: string[] = [];

const at = () => staff.desk.page;
const keys = (...names: readonly string[]) => staff.desk.keys(...names);
const look = (name: string) => lookAt(staff.desk, `find-${name}`, faults);
const found = () => at().getByRole("listbox", { name: "What was found" });
/** What the whole text found, and no part of it. */
const answered = () => at().locator('[role="listbox"][aria-busy="false"]');
const find = async (text: string) => {
  await keys("Control+k");
  await at().keyboard.type(text);
};
const opens = async (id: string) => {
  await at().waitForURL((url) => url.pathname.endsWith(`/cases/${id}`));
  await staff.desk.comes("Case");
};

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  desk = await claimDesk();
  waiting = await desk.claimAfter(["intake"]);
  reported = await desk.claimAfter([]);
  swapped = await desk.claimAfter(toPaid);
  oldSerial = await serialOf(swapped);
  await desk.step("replacement", swapped);
  assert.equal((await placed("A-1")).status, 200);
  await desk.app.platform.jobs.drained();
  staff = await openAppDesk(browser, desk.app, "staff");
  await staff.desk.comes("Work queue");
  at().on("request", (request) => asked.push(request.url()));
});

const placed = (place: string) => desk.app.call("staff", `POST /v1/claims/${waiting}/bin`, { place });
const placeNow = async () => (await desk.app.call("staff", `GET /v1/claims/${waiting}`)).body.place;
const serialOf = async (id: string) =>
  ((await desk.app.call("staff", `GET /v1/claims/${id}`)).body.device as { serial: string }).serial;

test("a case is found by its owner's address, chosen with the arrows, and opened with Enter", async () => {
  await find("ada@example.org");
  await found().waitFor();
  await look("owner");
  await found()
    .getByText(/^Plans, and \d\d more$/)
    .waitFor();
  const options = answered().getByRole("option");
  await options.first().waitFor();
  await keys("ArrowDown", "ArrowDown", "ArrowUp");
  assert.equal(await options.first().getAttribute("aria-selected"), "true");
  const box = at().getByRole("combobox", { name: "Find anything" });
  assert.equal(await box.getAttribute("aria-activedescendant"), await options.first().getAttribute("id"));
  await keys("Enter");
  await staff.desk.comes("Case");
});

test("each of what is found is a way to its page: a click of any kind opens it", async () => {
  await find(reported);
  const option = answered().getByRole("option").first();
  await option.waitFor();
  assert.match(String(await option.getAttribute("href")), new RegExp(`/cases/${reported}$`));
  // As a voice or a switch does it: no pointer goes down or up.
  await option.evaluate((element) => (element as HTMLElement).click());
  await opens(reported);
  await found().waitFor({ state: "detached" });
  assert.equal(await at().getByRole("combobox", { name: "Find anything" }).inputValue(), "");
  await find("ada@example.org");
  const [tab] = await Promise.all([
    at().context().waitForEvent("page"),
    answered()
      .getByRole("option")
      .last()
      .click({ modifiers: ["Control"] }),
  ]);
  await tab.close();
  assert.equal(await found().isVisible(), true, "another tab leaves what was found where it is");
  const wanted = await answered().getByRole("option").last().getAttribute("href");
  await answered().getByRole("option").last().click();
  await at().waitForURL((url) => url.pathname === wanted);
});

test("an old serial opens the case that has its successor; the page has the keys then", async () => {
  await find(oldSerial);
  await keys("Enter");
  await opens(swapped);
  assert.equal(await at().getByRole("combobox", { name: "Find anything" }).inputValue(), "");
});

test("a piece of a serial brings a list and opens nothing by itself; Escape closes it", async () => {
  await find(oldSerial.slice(0, 5));
  await keys("Enter");
  await found().waitFor();
  await keys("Escape");
  await found().waitFor({ state: "detached" });
  await opens(swapped);
});

test("what an arrow marked is not changed for another by an answer that comes later", async () => {
  await find("ada@example.org");
  const first = answered().getByRole("option").first();
  await first.waitFor();
  const other = (await first.getAttribute("href"))?.endsWith(swapped) === true ? reported : swapped;
  const gate = Promise.withResolvers<void>();
  await at().route("**/v1/search", async (route) => {
    await gate.promise;
    await route.continue();
  });
  await keys("Control+a");
  await at().keyboard.type(other);
  await keys("ArrowDown");
  const marked = found().locator('[aria-selected="true"]');
  await marked.waitFor();
  gate.resolve();
  const late = answered().getByRole("option").first();
  await late.waitFor();
  assert.match(String(await late.getAttribute("href")), new RegExp(`/${other}$`));
  assert.equal(await marked.count(), 0, "nobody chose what came");
  await at().unroute("**/v1/search");
  await keys("Escape");
});

test("whoever types on after Enter stays where they type", async () => {
  const before = at().url();
  const gate = Promise.withResolvers<void>();
  await at().route("**/v1/search", async (route) => {
    await gate.promise;
    await route.continue();
  });
  const asking = at().waitForRequest("**/v1/search");
  const first = at().waitForResponse("**/v1/search");
  await find(await serialOf(waiting));
  await keys("Enter");
  await asking;
  await keys("Control+a");
  await at().keyboard.type(reported);
  gate.resolve();
  await first;
  await answered().getByRole("option").first().waitFor();
  assert.equal(await at().getByRole("combobox", { name: "Find anything" }).inputValue(), reported);
  assert.equal(at().url(), before);
  await at().unroute("**/v1/search");
  await keys("Escape");
});

test("what is not there is said, with what to try", async () => {
  await staff.desk.backToQueue();
  await find("nobody@nowhere.example");
  await keys("Enter");
  await at().getByText("Nothing is found for nobody@nowhere.example.").waitFor();
  await look("nothing");
});

test("a question mark shows the keys of the page at hand", async () => {
  await keys("Escape");
  await at().locator("main").focus();
  const dialog = at().getByRole("dialog", { name: "Keys" });
  await keys("?");
  await dialog.getByRole("heading", { name: "Work queue" }).waitFor();
  await look("keys");
  await keys("Escape");
  await find(waiting);
  await keys("Enter");
  await opens(waiting);
  await keys("?");
  await dialog.getByRole("heading", { name: "This case" }).waitFor();
  assert.equal(await dialog.getByRole("heading", { name: "Work queue" }).count(), 0);
  await keys("Escape");
});

test("where a bin lies is undone with Ctrl and Z, by another act of the server, and only once", async () => {
  const place = at().getByRole("textbox", { name: "Where it lies" });
  await staff.desk.reach(place);
  await at().keyboard.type("B-2");
  await keys("Enter");
  const undo = at().getByRole("button", { name: /^Undo/ });
  await undo.waitFor();
  assert.equal(await placeNow(), "B-2");
  await at().keyboard.type("half a word");
  await keys("Control+z");
  await undo.waitFor();
  assert.equal(await placeNow(), "B-2", "letters are taken back, not the act");
  await place.fill("");
  await keys("Control+z");
  await at().getByText("It lies at A-1.").first().waitFor();
  await undo.waitFor({ state: "detached" });
  assert.equal(await placeNow(), "A-1");
});

test("my day has the case in hand, and opens its next step by keyboard", async () => {
  // Whoever is signed in took it in; what a key of the bench did is not theirs.
  const serial = await serialOf(reported);
  const status = await at().evaluate(
    async ([id, body]) => {
      const headers = { "content-type": "application/json", "idempotency-key": "the-first-parcel" };
      return (await fetch(`/v1/claims/${id}/intake`, { method: "POST", headers, body: body ?? "" })).status;
    },
    [reported, JSON.stringify({ serial, parts: ["camera", "battery"], condition: "dented" })],
  );
  assert.equal(status, 200);
  const day = at().getByRole("navigation", { name: "Main" }).getByRole("link", { name: "My day" });
  await staff.desk.reach(day);
  await keys("Enter");
  await staff.desk.comes("My day");
  await at().getByText("Today you took in 1, inspected 0, swapped 0 and shipped 0.").waitFor();
  await look("day");
  await keys("ArrowDown");
  await staff.desk.hasFocus(at().locator(".day a").first());
  await keys("Enter");
  await staff.desk.comes("Bench");
});

test("no address has anything that was looked for", () => {
  assert.ok(asked.some((url) => url.endsWith("/v1/search")));
  assert.deepEqual(
    asked.filter((url) => /example\.org|%40|[?&]q=/i.test(url)),
    [],
  );
});

test("nothing kept anybody out", () => {
  assert.deepEqual([...faults, ...staff.desk.faults()], []);
});
