import assert from "node:assert/strict";
import { mkdtemp, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { before, test } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../support/browser.ts";
import { cameraPhoto } from "../support/hostileFiles.ts";
import { coverCamera, reportFall } from "../support/reportedCamera.ts";
import { type ServedEvermend, servedEvermend } from "../support/servedEvermend.ts";
import { openStaffDesk } from "../support/staffDesk.ts";
import { atEnd } from "../support/testDatabase.ts";

const ada = { name: "Ada Nowak", email: "ada@example.org", serial: "AC4A7K2M9Q2R" };

let served: ServedEvermend;
let browser: Browser;
let [id, photo] = ["", ""];

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  served = await servedEvermend("2026-06-13T10:00:00Z");
  await coverCamera(served, ada);
  await served.moveTo("2026-09-05T10:00:00Z");
  id = await reportFall(served, ada);
  photo = path.join(await mkdtemp(path.join(os.tmpdir(), "evermend-bench-")), "lens.jpg");
  await writeFile(photo, await cameraPhoto(1200, 900));
});

test("the bench adds a photo, names it and shows it to the owner", async () => {
  const desk = await openStaffDesk(browser, await served.personaLink("staff"));
  await desk.comes("Work queue");
  await desk.page.goto(`${served.url}/console/cases/${id}`);
  const sectionOf = (name: string) => {
    const has = desk.page.getByRole("heading", { name, exact: true });
    return desk.page.locator("#content section", { has }).last();
  };
  const strip = sectionOf("Evidence");
  await strip.getByText("Nothing was added.").waitFor();
  await strip.getByRole("button", { name: "Add", exact: true }).click();
  await strip.getByText("Choose a file first.").waitFor();
  await strip.getByLabel("Add a photo of the bench").setInputFiles(photo);
  await strip.getByLabel("Caption").fill("Cracked lens");
  await strip.getByRole("button", { name: "Add", exact: true }).click();
  const piece = strip.getByRole("button", { name: "Look at 1: Cracked lens" });
  await piece.locator("img").waitFor();
  await piece.focus();
  await desk.page.keyboard.press("Enter");
  const drawer = sectionOf("Piece 1");
  await drawer.getByText("The owner does not see it").waitFor();
  await desk.look();
  await drawer.getByRole("button", { name: "Show it to the owner" }).click();
  await drawer.getByText("The owner sees it").waitFor();
  await desk.page.keyboard.press("Escape");
  await drawer.waitFor({ state: "detached" });
  const bench = await served.as("staff");
  const { data } = await bench.listEvidence({ id });
  assert.deepEqual(
    data.map(({ shared, caption, purpose }) => [shared, caption, purpose]),
    [[true, "Cracked lens", "bench"]],
  );
  assert.deepEqual(desk.faults(), []);
});
