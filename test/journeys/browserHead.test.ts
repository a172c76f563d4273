import { deepEqual, ok } from "node:assert/strict";
import { before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../support/browser.ts";
import { type ServedEvermend, servedEvermend } from "../support/servedEvermend.ts";
import { openStaffDesk } from "../support/staffDesk.ts";
import { atEnd } from "../support/testDatabase.ts";

/** From a phone to a wide screen, on both sides of every width at which the head is laid out anew. */
const WIDTHS = [320, 560, 561, 820, 1024, 1260, 1261, 1280, 1440, 1700, 1701, 1920];
/** Less holds no serial. */
const LEAST_SEARCH = 150;

let served: ServedEvermend;
let browser: Browser;

before(async () => {
  browser = await openBrowser();
  atEnd(() => browser.close());
  served = await servedEvermend("2026-06-13T10:00:00Z");
});

/** What lies over what in the head, and what sticks out of the window. */
async function headFaults(page: Page): Promise<string[]> {
  return await page.evaluate((least) => {
    const parts = [".brand", ".bar nav", ".bar-search", ".who"].flatMap((name) => {
      const box = document.querySelector(name)?.getBoundingClientRect();
      return box === undefined ? [] : [{ name, box }];
    });
    const over = parts.flatMap(({ name, box }, at) =>
      parts
        .slice(at + 1)
        .filter(({ box: other }) => box.left < other.right && other.left < box.right)
        .filter(({ box: other }) => box.top < other.bottom && other.top < box.bottom)
        .map((other) => `${name} lies over ${other.name}`),
    );
    const out = parts.filter(({ box }) => box.left < 0 || box.right > window.innerWidth);
    const small = parts.filter(({ name, box }) => name === ".bar-search" && box.width < least);
    return [
      ...over,
      ...out.map(({ name }) => `${name} sticks out`),
      ...small.map(({ name }) => `${name} is too small`),
    ];
  }, LEAST_SEARCH);
}

/** A page whose head is whole: the ways, and who is signed in. */
async function openHead(who: "manager" | "staff" | "reseller"): Promise<Page> {
  const { page } = await openStaffDesk(browser, await served.personaLink(who));
  await page.getByRole("navigation", { name: "Main" }).waitFor();
  await page.locator(".who b").filter({ hasText: /\S/ }).waitFor();
  return page;
}

for (const who of ["manager", "staff", "reseller"] as const) {
  test(`nothing covers anything in the head of a ${who}, however wide the window is`, async () => {
    const page = await openHead(who);
    const faults: string[] = [];
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      faults.push(...(await headFaults(page)).map((fault) => `${width}: ${fault}`));
    }
    deepEqual(faults, []);
  });
}

test("every way of a manager stands in one row on a usual screen", async () => {
  const page = await openHead("manager");
  const ways = page.getByRole("navigation", { name: "Main" }).getByRole("link");
  const rowsAt = async (width: number) => {
    await page.setViewportSize({ width, height: 800 });
    const tops = await ways.evaluateAll((links) => links.map((link) => (link as HTMLElement).offsetTop));
    return new Set(tops).size;
  };
  for (const width of [1280, 1366, 1440]) {
    deepEqual([width, await rowsAt(width)], [width, 1]);
  }
  ok((await rowsAt(1000)) > 1, "the control: there they do not");
});

test("control: a head that is too full is seen", async () => {
  const page = await openHead("manager");
  await page.setViewportSize({ width: 1024, height: 800 });
  await page.addStyleTag({ content: ".bar.bar.bar { display: flex; flex-wrap: nowrap; }" });
  await page.addStyleTag({ content: ".bar.bar.bar nav { flex-wrap: nowrap; }" });
  ok((await headFaults(page)).length > 0);
});
