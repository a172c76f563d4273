import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import type { Browser, Locator, Page } from "playwright-core";
import { openWatched } from "./browser.ts";
import { pageFaults } from "./pageFaults.ts";

/** More stops than any screen has. */
const FURTHEST = 60;

/** Somebody's desk in front of the console, keyboard first. */
export interface StaffDesk {
  readonly page: Page;
  /** Presses keys, one after the other, wherever the focus is. */
  keys(...names: readonly string[]): Promise<void>;
  /** What a scanner does: the text, then Enter. */
  scan(text: string): Promise<void>;
  /** Presses Tab, or another key, until this has the focus. */
  reach(place: Locator, key?: string): Promise<void>;
  /** Waits until this has the focus by itself. */
  hasFocus(place: Locator): Promise<void>;
  /** The part of the screen under this heading. */
  part(heading: string): Locator;
  box(name: string): Locator;
  link(name: string): Locator;
  /** Waits until the screen of this title has come and has its data. */
  comes(title: string): Promise<void>;
  /** Goes back to the queue, by keyboard. */
  backToQueue(): Promise<void>;
  /** Looks at the screen as it is now with axe, in light and in dark. */
  look(): Promise<void>;
  /** The scripts that were loaded so far, in bytes of gzip. */
  scriptBytes(): Promise<number>;
  /** What axe and the browser complained of so far. */
  faults(): readonly string[];
}

/** A desk with a screen of 1280 by 800 points, in front of the console's sign-in link. */
export async function openStaffDesk(browser: Browser, link: string): Promise<StaffDesk> {
  const { page, complaints } = await openWatched(browser, {
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
  });
  const faults: string[] = [];
  const scripts = new Set<string>();
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") {
      scripts.add(response.url());
    }
  });
  await page.goto(link);
  await page.getByRole("button").click();
  const content = page.locator("#content");
  const comes = async (title: string) => {
    await content.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
    await page.waitForFunction(() => document.querySelector("#content .loading") === null);
  };
  const reach = async (place: Locator, key = "Tab") => {
    for (let presses = 0; !(await isFocused(place)); presses += 1) {
      assert.ok(presses < FURTHEST, `it cannot be reached with ${key}`);
      await page.keyboard.press(key);
    }
  };
  return {
    page,
    keys: async (...names) => {
      for (const name of names) {
        await page.keyboard.press(name);
      }
    },
    scan: async (text) => {
      await page.keyboard.type(text);
      await page.keyboard.press("Enter");
    },
    reach,
    hasFocus: (place) => place.and(page.locator(":focus")).waitFor(),
    part: (heading) => content.getByRole("region", { name: heading, exact: true }),
    box: (name) => content.getByRole("textbox", { name, exact: true }),
    link: (name) => content.getByRole("link", { name, exact: true }),
    comes,
    backToQueue: async () => {
      await reach(page.getByRole("navigation").getByRole("link", { name: "Queue" }));
      await page.keyboard.press("Enter");
      await comes("Work queue");
    },
    look: async () => {
      faults.push(...(await pageFaults(page, [1280])));
    },
    scriptBytes: async () => {
      const bodies = await Promise.all([...scripts].map(async (url) => (await page.request.get(url)).body()));
      return bodies.reduce((sum, body) => sum + gzipSync(body).byteLength, 0);
    },
    faults: () => [...faults, ...complaints],
  };
}

async function isFocused(place: Locator): Promise<boolean> {
  return await place.evaluate((element) => element === document.activeElement);
}
