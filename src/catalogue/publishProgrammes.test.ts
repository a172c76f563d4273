import assert, { deepEqual, equal, match, ok, rejects } from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { ownerQuery } from "../../test/support/ownerQuery.ts";
import { testPlatform } from "../../test/support/testPlatform.ts";
import type { Platform } from "../platform/index.ts";
import { createLog } from "../platform/log.ts";
import { compiledTerms } from "./compiledTerms.ts";
import { type Asker, catalogue, publishProgrammes, termsInForce, termsOf } from "./index.ts";

const PROGRAMMES = path.join(import.meta.dirname, "../../programmes");
const FILE = "dji-care-refresh/seeds.terms.md";

let platform: Platform;
let database: { readonly address: object };
let folder: string;
let text: string;
const folders: string[] = [];

before(async () => {
  text = await readFile(path.join(PROGRAMMES, FILE), "utf8");
});

beforeEach(async () => {
  const started = await testPlatform([catalogue], { clock: "test" });
  platform = started.platform;
  database = started.database;
  folder = await mkdtemp(path.join(os.tmpdir(), "evermend-programmes-"));
  folders.push(folder);
  await cp(path.join(PROGRAMMES, FILE), path.join(folder, FILE));
});

after(async () => {
  await Promise.all(folders.map((name) => rm(name, { recursive: true, force: true })));
});

/** Writes another document beside the reference one. */
async function write(name: string, changed: (text: string) => string): Promise<void> {
  await mkdir(path.join(folder, "dji-care-refresh"), { recursive: true });
  await writeFile(path.join(folder, "dji-care-refresh", name), changed(text));
}

/** Publishes all that stands in the folder. */
const publish = () => publishProgrammes(platform, folder, ["."]);

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
  await Promise.all([publish(), publish()]);
  await publish();
  const terms = await termsInForce(asker(), "dji-care-refresh", at("2026-01-01T00:00:00Z"));
  equal(terms.version, "2025-06");
  equal(terms.status, "published");
  const { rows } = await platform.database.pool.query("select source from catalogue.terms_version");
  deepEqual(rows, [{ source: text }]);
});

test("a published text that was changed afterwards stops the start", async () => {
  await publish();
  await write("seeds.terms.md", (document) =>
    document.replace("You break it, we replace it.", "We replace it."),
  );
  await rejects(publish(), {
    name: "StartupProblem",
    message:
      "The terms dji-care-refresh 2025-06 were published with another text than" +
      " dji-care-refresh/seeds.terms.md has now." +
      " Published terms never change: put the old text back, and give the new one a version of its own.",
  });
  equal((await termsOf(asker(), "dji-care-refresh", "2025-06")).title, "DJI Care Refresh");
});

test("a shipped text that was corrected since leaves what was published, and the log says so", async () => {
  const earlier = text
    .replace("rebinds: yes\nrebinds-at: shipment\n", "rebinds: yes\n")
    .replace(", {{route.plan/rebinds-at}}.", ".");
  await write("seeds.terms.md", () => earlier);
  await publish();
  const before = await termsOf(asker(), "dji-care-refresh", "2025-06");
  const lines: string[] = [];
  const log = createLog({ level: "warn", destination: { write: (line) => lines.push(line) } });
  await publishProgrammes({ ...platform, log });
  const { rows } = await platform.database.pool.query("select source from catalogue.terms_version");
  deepEqual(rows, [{ source: earlier }], "who bought under it keeps it");
  const after = await termsInForce(asker({ ...platform }), "dji-care-refresh", at("2026-01-01T00:00:00Z"));
  equal(after.hash, before.hash);
  const refused = `sha256:${createHash("sha256").update(text).digest("hex")}`;
  deepEqual(
    lines.map((line) => JSON.parse(line)).map(({ version, kept, refused }) => ({ version, kept, refused })),
    [{ version: "2025-06", kept: before.hash, refused }],
  );
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
  const refusal = await publish().then(
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
  await publish();
  equal((await termsInForce(asker(), "dji-care-refresh", at("2026-01-01T00:00:00Z"))).version, "2025-06");
});

test("a version applies from its day on, which begins in each region by its own clock", async () => {
  await write("next.terms.md", version("2026-07", "2026-07-01"));
  await publish();
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
  await publish();
  await rejects(termsInForce(asker(), "dji-care-refresh", at("2025-05-31T23:59:59Z")), { status: 404 });
  await rejects(termsInForce(asker(), "other-care", at("2026-01-01T00:00:00Z")), { status: 404 });
});

test("asking costs no statement, and what another node published is found when it is named", async () => {
  await publish();
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
  await publish();
  equal((await termsOf(quiet, "dji-care-refresh", "2026-07")).version, "2026-07");
  deepEqual(quiet.sent, ["terms_versions"]);
});

test("of what comes along the reference programme alone is published, and what is named", async () => {
  const published = async () =>
    (
      await platform.database.pool.query<{ name: string }>(
        "select programme || ' ' || version as name from catalogue.terms_version order by effective_on",
      )
    ).rows.map(({ name }) => name);
  await publishProgrammes(platform);
  deepEqual(await published(), ["dji-care-refresh 2025-06"]);
  const named = {
    ...platform,
    config: { ...platform.config, programmes: ["dji-care-refresh/2021.terms.md"] },
  };
  await publishProgrammes(named);
  deepEqual(await published(), ["dji-care-refresh 2021", "dji-care-refresh 2025-06"]);
  equal((await termsInForce(asker(named), "dji-care-refresh", at("2022-01-01T00:00:00Z"))).version, "2021");
  equal(
    (await termsInForce(asker(named), "dji-care-refresh", at("2026-01-01T00:00:00Z"))).version,
    "2025-06",
  );
  await rejects(publishProgrammes(platform, PROGRAMMES, ["nowhere"]), {
    message: /^PROGRAMMES names nowhere, and nothing is at /,
  });
});

test("a version is kept with its annexes and the statutes it names, and decides by them", async () => {
  await publishProgrammes(platform, PROGRAMMES, ["dji-care-refresh/2021.terms.md"]);
  const { rows } = await platform.database.pool.query<{
    hash: string;
    source: string;
    layers: { hash: string; source: string }[];
  }>("select hash, source, layers from catalogue.terms_version");
  const [kept] = rows;
  assert(kept !== undefined);
  const terms = await termsOf(asker(), "dji-care-refresh", "2021");
  const receipt = terms.decide("coverage", { at: "2022-01-01T00:00:00Z", claim: { region: "JP" } });
  deepEqual(receipt.terms.annexes, ["2021-jp"]);
  ok(kept.layers.length > receipt.terms.overlays.length);
  ok(receipt.terms.overlays.includes("eu"));
  // Another process has nothing but what is kept.
  const again = await compiledTerms(`${kept.hash} anew`, async () => kept).catch((error: Error) => error);
  ok(again instanceof Error === false);
  deepEqual(again.terms.decide("coverage", { at: "2022-01-01T00:00:00Z", claim: { region: "JP" } }), receipt);
});

test("a statute that is named and nowhere to be found stops the start", async () => {
  await write("bad.terms.md", (document) =>
    version("2026-01", "2026-01-01")(document).replace(/^overlays: .*$/m, "overlays: [nowhere-law]"),
  );
  await rejects(publish(), { message: /No statute is called "nowhere-law"/ });
});

test("what is published already is not read again", async () => {
  await publish();
  const { rows } = await platform.database.pool.query<{ hash: string }>(
    "select hash from catalogue.terms_version",
  );
  // The hash alone speaks for it: a text that could not be read any more passes.
  const unreadable = "---\nterms: dji-care-refresh\n---\n";
  const hash = `sha256:${createHash("sha256").update(unreadable).digest("hex")}`;
  await ownerQuery(database, "update catalogue.terms_version set hash = $1 where hash = $2", [
    hash,
    rows[0]?.hash,
  ]);
  await write("seeds.terms.md", () => unreadable);
  await publish();
});
