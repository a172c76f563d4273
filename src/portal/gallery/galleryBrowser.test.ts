import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { openBrowser } from "../../../test/support/browser.ts";
import { violationsOf } from "../../../test/support/pageFaults.ts";
import { pageScript } from "../script/pageScript.ts";
import { styleSheet } from "../style/styleSheet.ts";
import { gallery } from "./gallery.ts";

let browser: Browser;

before(async () => {
  browser = await openBrowser();
});

after(() => browser.close());

/** A browser page of a given look in which `show` puts a page of ours under its real style and script. */
async function openPage(colorScheme: "light" | "dark", width: number) {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  let shown = "";
  await page.route("**/*", (route) => {
    const { pathname } = new URL(route.request().url());
    const served: Readonly<Record<string, readonly [string, string]>> = {
      "/": ["text/html; charset=utf-8", shown],
      [styleSheet.path]: ["text/css", styleSheet.text],
      [pageScript.path]: ["text/javascript", pageScript.text],
    };
    const [contentType, body] = served[pathname] ?? [
      "image/svg+xml",
      "<svg xmlns='http://www.w3.org/2000/svg'/>",
    ];
    return route.fulfill({ contentType, body });
  });
  const show = async (html: string) => {
    shown = html;
    await page.goto("http://portal.test/");
  };
  return { page, show, close: () => context.close() };
}

/** Links and controls that are too small to press. Links inside a sentence are exempt. */
const tooSmall = `[...document.querySelectorAll("a, button, input, select, textarea, summary")]
  .filter((one) => !["hidden", "radio", "checkbox"].includes(one.type))
  .filter((one) => !one.closest("p, li, dd, pre, .skip"))
  .filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().height < 43.5)
  .map((one) => one.outerHTML)`;

for (const scheme of ["light", "dark"] as const) {
  test(`every page at 320 px, ${scheme}: no violation, nothing cut off, nothing too small`, async () => {
    const { page, show, close } = await openPage(scheme, 320);
    const faults: string[] = [];
    for (const { name, page: html } of gallery) {
      await show(html.toString());
      const wide = await page.evaluate("document.documentElement.scrollWidth");
      faults.push(...(await violationsOf(page)).map((fault) => `${name}: ${fault}`));
      faults.push(
        ...((await page.evaluate(tooSmall)) as string[]).map((fault) => `${name}: too small ${fault}`),
      );
      faults.push(...(wide === 320 ? [] : [`${name}: ${wide} px wide`]));
    }
    await close();
    assert.deepEqual(faults, []);
  });
}

test("text in the ribbon is at least 13 px high wherever the ribbon changes its shape", async () => {
  const ribbons = gallery.filter(({ page }) => page.toString().includes("ribbon-wide"));
  assert(ribbons.length > 3);
  const heights = `[...document.querySelectorAll("svg.ribbon text")]
    .filter((one) => one.getClientRects().length > 0)
    .map((one) => [one.getScreenCTM(), parseFloat(getComputedStyle(one).fontSize)])
    .map(([{ a, b }, size]) => size * Math.hypot(a, b))`;
  for (const width of [320, 671, 672, 1100]) {
    const { page, show, close } = await openPage("light", width);
    for (const { name, page: html } of ribbons) {
      await show(html.toString());
      const smallest = Math.min(...((await page.evaluate(heights)) as number[]));
      assert(smallest >= 12.9 && smallest < 30, `${name} at ${width} px: ${smallest}`);
    }
    await close();
  }
});

test("control: a page with a hidden label and grey on grey is found", async () => {
  const { page, show, close } = await openPage("light", 320);
  await show(
    `<!doctype html><html lang="en"><title>x</title><main><h1>x</h1><input>
<p style="color:#aaa;background:#999">Grey words on grey</p></main>`,
  );
  const found = await violationsOf(page);
  await close();
  assert.deepEqual(
    ["label", "color-contrast"].filter((rule) => !found.some((fault) => fault.startsWith(`${rule}:`))),
    [],
    found.join("\n"),
  );
});
