import assert from "node:assert/strict";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { openBrowser, openWatched } from "../support/browser.ts";
import { type Covered, reportFall } from "../support/reportedCamera.ts";
import { type ServedEvermend, serveEvermend } from "../support/serveEvermend.ts";
import { openStaffDesk } from "../support/staffDesk.ts";
import { lastCamera, playCameraLife } from "./cameraLife.ts";

const FOLDER = path.join(import.meta.dirname, "../../docs/pictures");
const SIDE = 28;
const ada: Covered = { name: "Ada Nowak", email: "ada@example.org", serial: "AC4A7K2M9Q1R" };

/** Plays the lives, looks at them, and writes down what it sees. */
async function takePictures(): Promise<void> {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), "evermend-pictures-"));
  // The database runs as a user of its own, who must be able to pass through.
  await chmod(dataFolder, 0o755);
  const served = await serveEvermend({ dataFolder, now: "2026-06-13T10:00:00Z" });
  const browser = await openBrowser();
  try {
    await playCameraLife(served, ada);
    await takeRibbon(browser, served);
    await takeConsole(browser, served);
  } finally {
    await browser.close();
    await served.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

/** The page of the device as its owner sees it, no more than the ribbon with its name. */
async function takeRibbon(browser: Browser, served: ServedEvermend): Promise<void> {
  const viewport = { width: 900, height: 900 };
  const { page } = await openWatched(browser, { baseURL: served.url, viewport, deviceScaleFactor: 2 });
  await page.goto("/devices");
  await page.fill("#email", ada.email);
  await page.getByRole("button", { name: "Send code" }).click();
  await page.fill("#code", await served.mailedCode());
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: /Osmo Action 4/ }).click();
  await page.locator(".ribbon-wide").waitFor();
  const [from, to] = [await boxOf(page, ".place"), await boxOf(page, ".ribbon-wide")];
  const [x, y] = [to.x - SIDE, from.y - SIDE / 2];
  const clip = { x, y, width: to.width + 2 * SIDE, height: to.y + to.height + SIDE / 2 - y };
  await page.screenshot({ path: path.join(FOLDER, "ribbon.png"), clip });
}

async function boxOf(page: Page, selector: string) {
  const box = await page.locator(selector).boundingBox();
  assert.ok(box !== null, `${selector} is shown`);
  return box;
}

/** The bench in the middle of an inspection: the story, the findings, and what the terms say of them. */
async function takeConsole(browser: Browser, served: ServedEvermend): Promise<void> {
  const { serial } = lastCamera(ada);
  await served.moveTo("2027-12-02T09:20:00Z");
  const id = await reportFall(served, { ...ada, serial });
  await served.moveTo("2027-12-06T08:05:00Z");
  const parts = ["camera", "battery"] as ["camera", "battery"];
  const bench = await served.as("staff");
  await bench.receiveDevice({ id, serial, parts, condition: "lens broken, body dented" });
  await served.moveTo("2027-12-06T09:40:00Z");
  const desk = await openStaffDesk(browser, await served.personaLink("staff"));
  await desk.page.clock.setFixedTime(served.platform.clock.now().epochMilliseconds);
  await desk.comes("Work queue");
  await desk.scan(serial);
  await desk.comes("Bench");
  await desk.keys("n");
  for (let finding = 1; finding < 7; finding += 1) {
    await desk.keys("ArrowDown", "n");
  }
  await desk.reach(desk.box("Price of a paid repair, PLN"));
  await desk.page.keyboard.type("640");
  await desk.page
    .locator(".live:not(.behind)")
    .getByText(/640\.00/)
    .waitFor();
  await desk.page.screenshot({ path: path.join(FOLDER, "console.png") });
}

await takePictures();
