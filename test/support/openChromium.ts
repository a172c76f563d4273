import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** The browser of the tests: Debian's, or the one that CHROMIUM_PATH names. */
export async function openChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
  assert(existsSync(executablePath), "install the browser first: apt-get install -y chromium");
  return await chromium.launch({ executablePath, args: ["--no-sandbox"] });
}
