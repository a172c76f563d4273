import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const NARROWEST = 320;

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** What axe finds on the page as it is shown now. */
export async function violationsOf(page: Page): Promise<readonly string[]> {
  // Half a megabyte, which a page reads whole even where it has no use for it.
  if (!(await page.evaluate("window.axe !== undefined"))) {
    await page.evaluate(axe);
  }
  const run = `axe.run({ runOnly: ${JSON.stringify(RULES)}, resultTypes: ["violations"] })`;
  const { violations } = (await page.evaluate(run)) as { readonly violations: readonly Violation[] };
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} (${failureSummary})`),
  );
}

/** Shows the page in light or in dark; who draws its own colours has changed them when this is done. */
async function showIn(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  if ((await page.locator("html[data-mantine-color-scheme]").count()) > 0) {
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor({ state: "attached" });
  }
}

/** Resolves when the page has been drawn a few times: what looks at its own size has answered by then. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        let left = 4;
        const next = () => {
          left -= 1;
          requestAnimationFrame(left === 0 ? () => done() : next);
        };
        next();
      }),
  );
}

/** What is wrong with the page for those who see or hear it otherwise: light and dark, at each width. */
export async function pageFaults(page: Page, widths: readonly number[]): Promise<readonly string[]> {
  const faults: string[] = [];
  const before = page.viewportSize() ?? { width: NARROWEST, height: 800 };
  const name = `${new URL(page.url()).pathname} “${await page.title()}”`;
  for (const width of widths) {
    await page.setViewportSize({ ...before, width });
    await drawn(page);
    for (const scheme of ["light", "dark"] as const) {
      await showIn(page, scheme);
      const found = await violationsOf(page);
      faults.push(...found.map((fault) => `${name}, ${width} px, ${scheme}: ${fault}`));
    }
    const needed = await page.evaluate(() => document.documentElement.scrollWidth);
    faults.push(...(needed <= width ? [] : [`${name}, ${width} px: needs ${needed} px`]));
  }
  await page.setViewportSize(before);
  await showIn(page, "light");
  return faults;
}
