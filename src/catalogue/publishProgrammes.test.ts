import assert, { deepEqual, equal, match, rejects } from "node:assert/strict";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { testPlatform } from "../../test/support/testPlatform.ts";
import type { Platform } from "../platform/index.ts";
import { type Asker, catalogue, publishProgrammes, termsInForce, termsOf } from "./index.ts";

const PROGRAMMES = path.join(import.meta.dirname, "../../programmes");
const FILE = "dji-care-refresh/seeds.terms.md";

let platform: Platform;
let folder: string;
let text: string;
const folders: string[] = [];

before(async () => {
  text = await readFile(path.join(PROGRAMMES, FILE), "utf8");
});

beforeEach(async () => {
  const started = await testPlatform([catalogue], { clock: "test" });
  platform = started.platform;
  folder = await mkdtemp(path.join(os.tmpdir(), "evermend-programmes-"));
  await cp(PROGRAMMES, folder, { recursive: true });
  folders.push(folder);
});

after(async () => {
  await Promise.all(folders.map((name) => rm(name, { recursive: true, force: true })));
});

/** Writes another document beside the reference one. */
async function write(name: string, changed: (text: string) => string): Promise<void> {
  await mkdir(path.join(folder, "dji-care-refresh"), { recursive: true });
  await writeFile(path.join(folder, "dji-care-refresh", name), changed(text));
}

const version = (name: string, from: string) => (document: string) =>
  document
    .replace('version: "2025-06"', `version: "${name}"`)
    .replace("from: 2025-06-01", `from: ${from}`)
    .replace("supersedes: none", 'supersedes: "2025-06"');

/** Somebody who asks, with a count of the statements it took. `node` stands for another process. */
function asker(node: Platform = platform): Asker & { readonly sent: string[] } {
  const sent: string[] = [];
  return {
    platform: node,
    sent,
    query: (statement, values) => {
      sent.push(statement.name);
      return platform.database.query(statement, values);
    },
  };
}

const at = (instant: string) => Temporal.Instant.from(instant);

test("the shipped programme is published once, however often it is loaded", async () => {
  await Promise.all([publishProgrammes(platform, folder), publishProgrammes(platform, folder)]);
  await publishProgrammes(platform, folder);
  const terms = await termsInForce(asker(), "dji-care-refresh", at("2026-01-01T00:00:00Z"));
  equal(terms.version, "2025-06");
  equal(terms.status, "published");
  const { rows } = await platform.database.pool.query("select source from catalogue.terms_version");
  deepEqual(rows, [{ source: text }]);
});

test("a published text that was changed afterwards stops the start", async () => {
  await publishProgrammes(platform, folder);
  await write("seeds.terms.md", (document) =>
    document.replace("You break it, we replace it.", "We replace it."),
  );
  await rejects(publishProgrammes(platform, folder), {
    name: "StartupProblem",
    message:
      "The terms dji-care-refresh 2025-06 were published with another text than" +
      " dji-care-refresh/seeds.terms.md has now." +
      " Published terms never change: put the old text back, and give the new one a version of its own.",
  });
  equal((await termsOf(asker(), "dji-care-refresh", "2025-06")).title, "DJI Care Refresh");
});

test("a faulty document is refused whole, with every fault by line", async () => {
  await write("bad.terms.md", (document) =>
    version(
      "2026-01",
      "2026-01-01",
    )(document)
      .replace("kind: require", "kind: requires")
      .replace("legal-form: service-contract", "legal-form: lottery"),
  );
  const refusal = await publishProgrammes(platform, folder).then(
    () => assert.fail("it was published"),
    (error: Error) => error.message,
  );
  match(refusal, /^The terms dji-care-refresh\/bad\.terms\.md cannot be published:/);
  match(refusal, /bad\.terms\.md:7:\d+ .*\n {2}dji-care-refresh\/bad\.terms\.md:\d+:\d+ /);
});

test("a draft is passed over", async () => {
  await write("draft.terms.md", (document) =>
    version("2030-01", "2025-07-01")(document).replace("status: published", "status: draft"),
  );
  await publishProgrammes(platform, folder);
  equal((await termsInForce(asker(), "dji-care-refresh", at("2026-01-01T00:00:00Z"))).version, "2025-06");
});

test("a version applies from its day on, which begins in each region by its own clock", async () => {
  await write("next.terms.md", version("2026-07", "2026-07-01"));
  await publishProgrammes(platform, folder);
  const cases = [
    ["2026-06-30T15:00:00Z", "JP", "2026-07"],
    ["2026-06-30T14:59:59Z", "JP", "2025-06"],
    ["2026-07-01T09:59:59Z", "US", "2025-06"],
    ["2026-07-01T10:00:00Z", "US", "2026-07"],
    ["2026-06-30T23:59:59Z", undefined, "2025-06"],
    ["2026-07-01T00:00:00Z", undefined, "2026-07"],
  ] as const;
  for (const [instant, region, expected] of cases) {
    const terms = await termsInForce(asker(), "dji-care-refresh", at(instant), region);
    deepEqual([instant, region, terms.version], [instant, region, expected]);
  }
});

test("before its first day, and for a programme nobody knows, there are no terms", async () => {
  await publishProgrammes(platform, folder);
  await rejects(termsInForce(asker(), "dji-care-refresh", at("2025-05-31T23:59:59Z")), { status: 404 });
  await rejects(termsInForce(asker(), "other-care", at("2026-01-01T00:00:00Z")), { status: 404 });
});

test("asking costs no statement, and what another node published is found when it is named", async () => {
  await publishProgrammes(platform, folder);
  const other = { ...platform };
  equal(
    (await termsInForce(asker(other), "dji-care-refresh", at("2026-08-01T00:00:00Z"))).version,
    "2025-06",
  );
  const quiet = asker(other);
  await termsInForce(quiet, "dji-care-refresh", at("2026-08-01T00:00:00Z"), "EU");
  await termsOf(quiet, "dji-care-refresh", "2025-06");
  deepEqual(quiet.sent, []);
  await write("next.terms.md", version("2026-07", "2026-07-01"));
  await publishProgrammes(platform, folder);
  equal((await termsOf(quiet, "dji-care-refresh", "2026-07")).version, "2026-07");
  deepEqual(quiet.sent, ["terms_versions"]);
});
