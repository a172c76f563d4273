import type { Browser, Page } from "playwright-core";
import { openWatched } from "./browser.ts";
import { pageFaults } from "./pageFaults.ts";
import { openScales, type Weight } from "./weighPage.ts";

/** An owner's phone in front of the portal. Every page it comes to is looked at. */
export interface OwnerPhone {
  readonly page: Page;
  open(path: string): Promise<void>;
  /** Presses a button of the page, and arrives where it leads. */
  press(name: string | RegExp): Promise<void>;
  /** Follows a link of the page. */
  follow(name: string | RegExp): Promise<void>;
  /** Fills boxes, by the name of their field. */
  answer(fields: Readonly<Record<string, string>>): Promise<void>;
  /** Takes options, by their id, or an entry of a list. */
  choose(...ids: readonly string[]): Promise<void>;
  select(name: string, value: string): Promise<void>;
  heading(): Promise<string>;
  text(): Promise<string>;
  /** How many pages were shown since this was asked last. */
  pagesShown(): number;
  /** What axe, the widths and the browser complained of so far. */
  faults(): readonly string[];
  readonly weights: readonly Weight[];
}

/** A phone of 390 by 844 points. Without scripts nothing is looked at by axe, which is one. */
export async function openOwnerPhone(
  browser: Browser,
  baseURL: string,
  { scripts }: { readonly scripts: boolean },
): Promise<OwnerPhone> {
  const viewport = { width: 390, height: 844 };
  const { page, complaints } = await openWatched(browser, {
    ...{ baseURL, viewport, javaScriptEnabled: scripts, isMobile: true, hasTouch: true },
    locale: "en-GB",
  });
  const faults: string[] = [];
  const weights: Weight[] = [];
  const weigh = openScales(page);
  const main = page.getByRole("main");
  let shown = 0;
  const arriveBy = async (leave: () => Promise<unknown>) => {
    const arrived = page.waitForEvent("framenavigated", (frame) => frame === page.mainFrame());
    await Promise.all([arrived, leave()]);
    await page.waitForLoadState("load");
    shown += 1;
    if (scripts) {
      weights.push(await weigh());
      faults.push(...(await pageFaults(page, [390, 320])));
    }
  };
  return {
    page,
    faults: () => [...faults, ...complaints],
    weights,
    open: (path) => arriveBy(() => page.goto(path)),
    press: (name) => arriveBy(() => main.getByRole("button", { name }).click()),
    follow: (name) => arriveBy(() => main.getByRole("link", { name }).click()),
    answer: async (fields) => {
      for (const [name, value] of Object.entries(fields)) {
        await page.fill(`#${name}`, value);
      }
    },
    choose: async (...ids) => {
      for (const id of ids) {
        await page.check(`#${id}`);
      }
    },
    select: async (name, value) => {
      await page.selectOption(`#${name}`, value);
    },
    heading: () => page.getByRole("heading", { level: 1 }).innerText(),
    text: () => main.innerText(),
    pagesShown: () => {
      const count = shown;
      shown = 0;
      return count;
    },
  };
}
