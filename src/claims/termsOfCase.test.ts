import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { before, describe, it } from "node:test";
import { cleanFindings } from "../../test/support/cases.ts";
import { type ClaimDesk, type CoveredCamera, claimDesk, OWNER } from "../../test/support/claimDesk.ts";
import { atEnd } from "../../test/support/testDatabase.ts";
import { publishProgrammes } from "../catalogue/index.ts";
import { heldVersions } from "../catalogue/termsInForce.ts";
import type { Receipt } from "../terms/index.ts";

const SEEDS = path.join(import.meta.dirname, "../../programmes/dji-care-refresh/seeds.terms.md");

/** A kinder clause that only a later version has: looks that the owner could not keep are no exclusion. */
const KINDER = `### 5.51 Looks that a crash spoilt {#except.cosmetic.crash}

What is said of looks does not hold for a crash.

\`\`\`terms
kind: except
of: except.cosmetic
when: { incident.cause: drop }
\`\`\`

Source: of this test.

### 5.6 `;

let desk: ClaimDesk;
before(async () => {
  desk = await claimDesk();
  await publish("2026-08", "2026-08-01", "applies-to-existing: yes", KINDER);
  await publish("2026-08-new", "2026-08-15", "applies-to-existing: no", KINDER);
});

/** Publishes a later version of the reference terms, with a clause before 5.6. */
async function publish(version: string, from: string, reach: string, clause: string): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "evermend-terms-"));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  const text = (await readFile(SEEDS, "utf8"))
    .replace('version: "2025-06"', `version: "${version}"`)
    .replace("from: 2025-06-01", `from: ${from}`)
    .replace("supersedes: none", `supersedes: "2025-06"\n${reach}`)
    .replace("### 5.6 ", clause);
  await mkdir(path.join(folder, version));
  await writeFile(path.join(folder, version, `${version}.terms.md`), text);
  const { platform } = desk.app;
  await publishProgrammes(platform, folder, [`${version}/${version}.terms.md`]);
  await heldVersions.readAgain({ query: platform.database.query, platform });
}

/** A dented camera at the bench, by when it fell: its last receipt and what the page's own engine is told. */
async function dentedOn(at: string): Promise<{ readonly receipt: Receipt; readonly facts: unknown }> {
  const camera = desk.camera();
  const told = await desk.report({ incident: { at, cause: "drop", parts: ["camera"] } }, camera);
  const { id } = told.body.claim as { id: string };
  await desk.step("intake", id, {
    ...{ serial: camera.serial, parts: ["camera", "battery"], condition: "dented" },
  });
  const facts = await desk.app.call("staff", `GET /v1/claims/${id}/facts`);
  const { body } = await desk.step("inspection", id, { findings: { ...cleanFindings, cosmeticOnly: true } });
  return { receipt: body.receipt as unknown as Receipt, facts: facts.body };
}

describe("a case of a contract that was concluded before a version that reaches it", () => {
  it("is judged by that version where it happened on its day or later; the receipt names both", async () => {
    const { receipt, facts } = await dentedOn("2026-08-01");
    assert.equal(receipt.outcome, "plan");
    assert.equal(receipt.terms.version, "2026-08");
    assert.equal(receipt.terms.contract?.version, "2025-06");
    assert.match(JSON.stringify(receipt.because), /except\.cosmetic/);
    const told = facts as { terms: { version: string }; contract: unknown };
    assert.deepEqual([told.terms.version, told.contract], ["2026-08", receipt.terms.contract]);
  });

  it("is judged by its own where it happened the day before", async () => {
    const { receipt, facts } = await dentedOn("2026-07-31");
    assert.deepEqual(
      [receipt.outcome, receipt.terms.version, receipt.terms.contract],
      ["paid", "2025-06", undefined],
    );
    assert.equal((facts as { contract?: unknown }).contract, undefined);
  });

  it("never comes under a version for new contracts alone", async () => {
    const { receipt } = await dentedOn("2026-09-01");
    assert.equal(receipt.terms.version, "2026-08");
  });
});

describe("what becomes of a contract", () => {
  const contractOf = async ({ serial }: CoveredCamera): Promise<string> => {
    const { body } = await desk.app.call(OWNER, "GET /v1/contracts?limit=100");
    return (body.data as { id: string; serial: string }[]).find((each) => each.serial === serial)?.id ?? "";
  };

  it("is decided by the version that reaches it today, whose receipts name both", async () => {
    const id = await contractOf(desk.camera());
    const named = ({ terms }: Receipt) => [terms.version, terms.contract?.version];
    const renewals = await desk.app.call(OWNER, `GET /v1/contracts/${id}/renewals`);
    assert.deepEqual(named(renewals.body.receipt as unknown as Receipt), ["2026-08", "2025-06"]);
    const to = { name: "Bob", email: "bob@example.org" };
    const asked = await desk.app.call(OWNER, `POST /v1/contracts/${id}/transfer?dryRun=true`, { to });
    assert.deepEqual(named(asked.body.receipt as unknown as Receipt), ["2026-08", "2025-06"]);
  });
});
