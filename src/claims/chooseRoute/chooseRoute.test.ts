import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { before, describe, it } from "node:test";
import { cleanFindings } from "../../../test/support/cases.ts";
import { type ClaimDesk, claimDesk, toInspected } from "../../../test/support/claimDesk.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { publishProgrammes } from "../../catalogue/index.ts";

const repairFor = (amount: number) => ({
  findings: cleanFindings,
  repairPrice: { amount, currency: "PLN" },
});

describe("the price of a choice", () => {
  let desk: ClaimDesk;
  before(async () => {
    desk = await claimDesk();
  });

  it("is the one that was seen: inspected again meanwhile, nothing is chosen or owed", async () => {
    const id = await desk.claimAfter(toInspected);
    const fee = { amount: 30_000, currency: "PLN" };
    const again = await desk.step("inspection", id, repairFor(45_000));
    assert.equal(again.status, 200, JSON.stringify(again.body));
    const old = await desk.step("choice", id, { route: "paid", fee });
    assert.deepEqual([old.status, old.body.code], [409, "price_changed"]);
    const { claim, charges } = await desk.kept(id);
    assert.deepEqual(old.body.receipt, claim.receipt);
    assert.deepEqual([claim.state, charges], ["inspected", []]);
    const seen = await desk.step("choice", id, { route: "paid", fee: { ...fee, amount: 45_000 } });
    assert.deepEqual([seen.status, seen.body.state], [200, "chosen"]);
  });

  it("need not be said: then the sheet's holds", async () => {
    const id = await desk.claimAfter(toInspected);
    const { status, body } = await desk.step("choice", id, { route: "plan" });
    assert.deepEqual([status, body.state], [200, "chosen"]);
  });
});

const DUTY = `
### 99.1 Answer the quotation in time {#quote.pay}

Pay within {{within}} of the quotation.

\`\`\`terms
kind: duty
who: owner
must: pay the quotation
within: 10 days
of: claim.quotedAt
done: claim.paidAt
\`\`\`

Source: a test.
`;

/** Publishes the reference programme with one more duty, as another version. */
async function publishWithDuty({ app }: ClaimDesk): Promise<void> {
  const file = new URL("../../../programmes/dji-care-refresh/seeds.terms.md", import.meta.url);
  const folder = await mkdtemp(path.join(os.tmpdir(), "evermend-duty-"));
  const text = (await readFile(file, "utf8"))
    .replace('version: "2025-06"', 'version: "with-duty"')
    .replace("supersedes: none", 'supersedes: "2025-06"');
  await mkdir(path.join(folder, "dji-care-refresh"));
  await writeFile(path.join(folder, "dji-care-refresh", "duty.terms.md"), text + DUTY);
  await publishProgrammes(app.platform, folder, ["."]);
  await rm(folder, { recursive: true });
}

describe("the time to choose and to pay", () => {
  let desk: ClaimDesk;
  before(async () => {
    desk = await claimDesk();
    await publishWithDuty(desk);
  });
  const dues = async (id: string) => (await desk.kept(id)).deadlines;

  it("is thirty days each where the terms of the contract are silent", async () => {
    const id = await desk.claimAfter(toInspected);
    assert.deepEqual(await dues(id), ["payment_lapses 2026-10-06T00:00:00Z"]);
    await desk.app.moveTo("2026-09-07T10:00:00Z");
    await desk.step("choice", id);
    assert.deepEqual(await dues(id), ["payment_lapses 2026-10-08T00:00:00Z"]);
  });

  it("is what a duty of those terms says, counted once from the sheet", async () => {
    const id = await desk.claimAfter([]);
    await ownerQuery(
      desk.app.database as never,
      "update contracts.contract set terms_version = 'with-duty' where device_id = $1",
      [id.split("_")[1]],
    );
    const { serial } = (await desk.kept(id)).claim;
    const parcel = { serial, parts: ["camera", "battery"], condition: "cracked" };
    assert.equal((await desk.step("intake", id, parcel)).status, 200);
    await desk.step("inspection", id);
    assert.deepEqual(await dues(id), ["payment_lapses 2026-09-18T00:00:00Z"]);
    await desk.app.moveTo("2026-09-10T10:00:00Z");
    await desk.step("choice", id);
    assert.deepEqual(await dues(id), ["payment_lapses 2026-09-18T00:00:00Z"]);
  });
});
