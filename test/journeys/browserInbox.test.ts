import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import { receiveMail, sendMessage } from "../../src/claims/index.ts";
import { perform } from "../../src/platform/index.ts";
import { openBrowser } from "../support/browser.ts";
import { lookAt } from "../support/lookAt.ts";
import { mailOf } from "../support/mailDesk.ts";
import { coverCamera, reportFall } from "../support/reportedCamera.ts";
import { type ServedEvermend, servedEvermend } from "../support/servedEvermend.ts";
import { openStaffDesk, type StaffDesk } from "../support/staffDesk.ts";
import { atEnd } from "../support/testDatabase.ts";

const ada = { name: "Ada Nowak", email: "ada@example.org", serial: "AC4A7K2M9Q1R" };
let served: ServedEvermend;
let browser: Browser;
let desk: StaffDesk;
let adasCase = "";
const faults: string[] = [];

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  served = await servedEvermend("2026-06-13T10:00:00Z");
  await coverCamera(served, ada);
  await served.moveTo("2026-09-05T10:00:00Z");
  adasCase = await reportFall(served, ada);
});

const look = (name: string) => lookAt(desk, `inbox-${name}`, faults);
/** What was written about a case and is on the page, message by message. */
const written = () =>
  desk.page
    .locator("section", { has: desk.page.getByRole("heading", { name: "Messages", exact: true }) })
    .getByRole("listitem");

test("the bench answers an owner, notes something for itself, and sees the page as they do", async () => {
  desk = await openStaffDesk(browser, await served.personaLink("manager"));
  await desk.comes("Work queue");
  const owner = { role: "owner", id: "ada", email: ada.email } as const;
  await perform(served.platform, owner, sendMessage, { id: adasCase, text: "When is it ready?" });
  await desk.page.goto(`${served.url}/console/inbox`);
  await desk.comes("Owners who wait for an answer");
  await look("waiting");
  await desk.page.getByRole("link", { name: /AC4A/ }).click();
  await desk.comes("Case");
  await look("case-waiting");
  const answer = desk.page.getByLabel("Write to the owner");
  await answer.fill("On Friday.");
  await answer.press("Control+Enter");
  // The box itself has the words from the first key on.
  await written().getByText("On Friday.").waitFor();
  await desk.page.getByLabel("Note for the bench alone").fill("a glider pilot");
  await desk.page.getByRole("button", { name: "Note it" }).click();
  await written().getByText("a glider pilot").waitFor();
  await look("case");
  const [owners] = await Promise.all([
    desk.page.waitForEvent("popup"),
    desk.page.getByRole("link", { name: /See it as the owner/ }).click(),
  ]);
  await owners.getByText("You see this page as the owner sees it").waitFor();
  assert.equal(await owners.getByText("a glider pilot").count(), 0);
  await owners.close();
});

test("what is being written stays while the messages come", async () => {
  const gate = Promise.withResolvers<void>();
  const read = /\/v1\/claims\/[^/]+\/(messages|notes)\?/;
  await desk.page.route(read, async (route) => {
    await gate.promise;
    await route.continue();
  });
  await desk.page.goto(`${served.url}/console/cases/${adasCase}`);
  const boxes = ["Write to the owner", "Note for the bench alone"].map((name) => desk.page.getByLabel(name));
  for (const box of boxes) {
    await box.fill("half a sentence");
  }
  gate.resolve();
  await written().getByText("On Friday.").waitFor();
  await written().getByText("a glider pilot").waitFor();
  for (const box of boxes) {
    assert.equal(await box.inputValue(), "half a sentence");
  }
  await desk.page.unroute(read);
});

test("what is typed while a note is on its way stays, and what was sent does not", async () => {
  const gate = Promise.withResolvers<void>();
  const box = desk.page.getByLabel("Note for the bench alone");
  const sent = /\/v1\/claims\/[^/]+\/notes$/;
  await desk.page.route(sent, async (route) => {
    await gate.promise;
    await route.continue();
  });
  await box.fill("It rattles.");
  const asking = desk.page.waitForRequest(sent);
  await box.press("Control+Enter");
  await asking;
  await box.press("Control+End");
  await desk.page.keyboard.type(" Since");
  gate.resolve();
  await written().getByText("It rattles.", { exact: true }).waitFor();
  assert.equal(await box.inputValue(), "Since");
  await desk.page.keyboard.type(" Monday");
  assert.equal(await box.inputValue(), "Since Monday", "and the keys are still there");
  await desk.page.unroute(sent);
});

test("a mail that names no case is put into one", async () => {
  await receiveMail(served.platform, mailOf({ text: "It is about my camera", subject: "My camera" }));
  await served.platform.jobs.drained();
  await desk.page.goto(`${served.url}/console/inbox/mails`);
  await desk.comes("Mails that wait");
  await desk.page.getByRole("link", { name: "Ada", exact: true }).waitFor();
  await look("mails");
  await desk.page.getByRole("link", { name: "Ada", exact: true }).click();
  await desk.comes("Mail");
  await look("mail");
  await desk.page.getByRole("button", { name: /Put it into the case AC4A/ }).click();
  await desk.comes("Mails that wait");
});

test("a mail that began a report is a step away, with the day on which it comes back", async () => {
  const bob = { name: "Bob Kowalski", email: "bob@example.org", serial: "AC4A7K2M9Q2S" };
  await coverCamera(served, bob);
  const from = "Bob <bob@example.org>";
  await receiveMail(served.platform, mailOf({ from, subject: "Broken", text: `It fell. ${bob.serial}` }));
  await served.platform.jobs.drained();
  await desk.page.goto(`${served.url}/console/inbox/mails`);
  await desk.page.getByRole("link", { name: "See them" }).click();
  await desk.page.getByRole("columnheader", { name: "Comes back" }).waitFor();
  await desk.page.getByText("Mon 5 Oct 2026").waitFor();
  await look("drafted");
  await desk.page.getByRole("link", { name: "Bob", exact: true }).click();
  await desk.comes("Mail");
  await desk.page.getByText("Mon 5 Oct 2026").waitFor();
});

test("all that is due, promises and texts stand in lists, and a letter is worded anew", async () => {
  await desk.page.goto(`${served.url}/console/inbox/due`);
  await desk.comes("All due");
  await desk.page.getByRole("link", { name: "The device is to be here" }).waitFor();
  await look("due");
  await desk.page.goto(`${served.url}/console/inbox/promises`);
  await desk.comes("Promises");
  await look("promises");
  await desk.page.goto(`${served.url}/console/inbox/texts?template=messageReceived`);
  await desk.comes("Texts of letters");
  await desk.page.getByLabel("Sentences").fill("Dear {name},\n{shipped}");
  await desk.page.getByRole("button", { name: "Preview" }).click();
  await desk.page.getByText("Dear Ada Sample,").waitFor();
  await look("texts");
  await desk.page.getByRole("button", { name: "Save", exact: true }).click();
  await desk.page.getByRole("button", { name: "Back to the shipped wording" }).waitFor();
});

test("nothing keeps anybody out of these screens", () => {
  assert.deepEqual([...faults, ...desk.faults()], []);
});
