import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../support/browser.ts";
import { coverCamera, reportFall } from "../support/reportedCamera.ts";
import { type ServedEvermend, servedEvermend } from "../support/servedEvermend.ts";
import { openStaffDesk, type StaffDesk } from "../support/staffDesk.ts";
import { atEnd } from "../support/testDatabase.ts";

const ada = { name: "Ada Nowak", email: "ada@example.org", serial: "AC4A7K2M9Q1R" };

let served: ServedEvermend;
let browser: Browser;
let id = "";

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  served = await servedEvermend("2026-06-13T10:00:00Z");
  await coverCamera(served, ada);
  await served.moveTo("2026-09-05T10:00:00Z");
  id = await reportFall(served, ada);
  const bench = await served.as("staff");
  await bench.receiveDevice({ id, serial: ada.serial, parts: ["camera", "battery"], condition: "dented" });
});

/** A desk at the bench of the case, with the server's first answer on it. `prepare` comes before. */
async function openBench(prepare: (page: Page) => Promise<void> = async () => undefined): Promise<StaffDesk> {
  const desk = await openStaffDesk(browser, await served.personaLink("staff"));
  await desk.comes("Work queue");
  await prepare(desk.page);
  const engine = desk.page.waitForResponse((response) => /\/v1\/terms\/.*\/pack/.test(response.url()));
  await desk.page.goto(`${served.url}/console/cases/${id}/bench`);
  await desk.comes("Bench");
  await engine;
  await says(desk, "Not decided yet");
  return desk;
}

const says = (desk: StaffDesk, outcome: string): Promise<void> =>
  desk.part("Live receipt").locator(".receipt-outcome", { hasText: outcome }).waitFor();

const isDryRun = /\/inspection\?dryRun=true$/;

test("the receipt is there before the server has answered, and the server confirms it", async () => {
  const desk = await openBench();
  const gate = Promise.withResolvers<void>();
  await desk.page.route(isDryRun, async (route) => {
    await gate.promise;
    await route.continue();
  });
  const receipt = desk.part("Live receipt");
  await desk.keys("y");
  await says(desk, "Not covered: paid repair");
  await receipt.getByText("5.4 On purpose").first().waitFor();
  await receipt.getByText("Worked out here. The server is being asked.").waitFor();
  assert.equal(await receipt.getByRole("button", { name: "Save inspection" }).isDisabled(), true);
  await desk.look();
  gate.resolve();
  await receipt.getByText("What the terms say of these findings. Nothing is saved yet.").waitFor();
  assert.equal(await receipt.getByText("The server decides otherwise").count(), 0);
  assert.deepEqual(desk.faults(), []);
});

test("where both differ, the server's is shown, and it is said", async () => {
  const desk = await openBench(async (page) => {
    await page.route(/\/v1\/terms\/.*\/pack/, async (route) => {
      const response = await route.fetch();
      const pack = await response.json();
      const clauses = pack.document.clauses.filter(
        (clause: { id: string }) => clause.id !== "except.intentional",
      );
      await route.fulfill({ response, json: { ...pack, document: { ...pack.document, clauses } } });
    });
  });
  await desk.keys("y");
  await says(desk, "Not covered: paid repair");
  await desk.part("Live receipt").getByText("The server decides otherwise than this page did").waitFor();
});

test("without the engine the bench waits for the server, as ever", async () => {
  const desk = await openStaffDesk(browser, await served.personaLink("staff"));
  await desk.comes("Work queue");
  await desk.page.route(/\/facts$/, (route) => route.abort());
  await desk.page.goto(`${served.url}/console/cases/${id}/bench`);
  await desk.comes("Bench");
  await says(desk, "Not decided yet");
  await desk.keys("y");
  await says(desk, "Not covered: paid repair");
});

test("a manager looks at the bench, which asks nothing that the bench alone may ask", async () => {
  const desk = await openStaffDesk(browser, await served.personaLink("manager"));
  await desk.page.waitForURL(/\/console\/(?!sign-in)/);
  await desk.page.goto(`${served.url}/console/cases/${id}/bench`);
  await desk.comes("Bench");
  const receipt = desk.part("Live receipt");
  await receipt.getByText("Inspections are made by who works at the bench.").waitFor();
  await desk.keys("y");
  assert.equal(await receipt.getByRole("button", { name: "Save inspection" }).count(), 0);
  await desk.keys("Control+Enter");
  const said = desk.page.locator(".announcer", { hasText: /./ });
  assert.equal(await said.innerText(), "Inspections are made by who works at the bench.");
  await desk.look();
  assert.deepEqual(desk.faults(), []);
});
