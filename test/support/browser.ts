import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const DEBIAN = "/usr/bin/chromium";
const ARGUMENTS = [
  ...["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

/** The browser of the tests, with a fresh profile: Debian's Chromium, or the one that CHROMIUM_PATH names. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? DEBIAN;
  assert.ok(
    existsSync(executablePath),
    `No browser at ${executablePath}: run "apt-get install -y chromium" as root, or set CHROMIUM_PATH.`,
  );
  return await chromium.launch({ executablePath, args: ARGUMENTS });
}

/** A page in a context of its own, and what it complained of: scripts that broke, requests that failed. */
export interface Watched {
  readonly page: Page;
  readonly complaints: readonly string[];
}

/** Opens a page that nobody has used. Answers of 400 and 409 are part of a conversation; others are not. */
export async function openWatched(browser: Browser, options: BrowserContextOptions): Promise<Watched> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4(00|09)/.test(message.text())) {
      complaints.push(`${page.url()}: ${message.text()}`);
    }
  });
  return { page, complaints };
}
