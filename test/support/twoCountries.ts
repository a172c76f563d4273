import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { publishProgrammes } from "../../src/catalogue/index.ts";
import { heldVersions } from "../../src/catalogue/termsInForce.ts";
import { activatePhone, sampleProgramme } from "./sampleProgramme.ts";
import type { TestApp } from "./testApp.ts";
import { atEnd } from "./testDatabase.ts";

/** What the next period of Ada's plan costs. */
export const MONTH = { amount: 799, currency: "USD" };

const monthly = { programme: "monthly-request", plan: "monthly", renewalMinor: MONTH.amount };
const TERMS = path.join(import.meta.dirname, "../../programmes/samples/monthly-request.terms.md");

/** The plan by the month of somebody, in a region of two countries with a tax of their own. */
export async function twoCountries(
  holder: `owner ${string}`,
): Promise<{ readonly app: TestApp; readonly contract: string }> {
  const app = await sampleProgramme("2026-03-20T10:00:00-10:00", monthly);
  const folder = await mkdtemp(path.join(os.tmpdir(), "evermend-terms-"));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  const text = (await readFile(TERMS, "utf8"))
    .replace('version: "1"', 'version: "2"')
    .replace("from: 2025-01-01", "from: 2025-06-01")
    .replace("supersedes: none", 'supersedes: "1"')
    .replace("countries: [US]", "countries: [DE, PL]");
  await mkdir(path.join(folder, "two"));
  await writeFile(path.join(folder, "two", "two.terms.md"), text);
  const { platform } = app;
  await publishProgrammes(platform, folder, ["two/two.terms.md"]);
  await heldVersions.readAgain({ query: platform.database.query, platform });
  return { app, contract: await activatePhone(app, holder) };
}
