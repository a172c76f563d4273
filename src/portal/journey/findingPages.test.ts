import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { cleanFindings } from "../../../test/support/cases.ts";
import { type ClaimDesk, claimDesk, OWNER } from "../../../test/support/claimDesk.ts";
import { ownerPages } from "../../../test/support/ownerPages.ts";

let desk: ClaimDesk;
let pages: ReturnType<typeof ownerPages>;

before(async () => {
  desk = await claimDesk();
  pages = ownerPages(desk.app, OWNER);
});

after(() => desk.app.stop());

const judged = { intentional: false, cosmeticOnly: false, forceMajeure: false, unauthorisedParts: false };
const dead = { cause: "defect", parts: ["camera"], ...judged };

/** A camera that fell and has a fault of its own, on the bench. */
async function inspected(further: readonly object[]): Promise<string> {
  const id = await desk.claimAfter(["intake"]);
  await desk.step("inspection", id, {
    findings: { ...cleanFindings, warrantyEndsAt: "2027-05-25T10:00:00Z" },
    ...{ further, repairPrice: { amount: 30_000, currency: "PLN" } },
  });
  return id;
}

test("each of several findings is shown with its clauses, and what each way does about it", async () => {
  const id = await inspected([dead]);
  const sheet = (await pages.open(`/cases/${id}/choices`)).text;
  assert.match(sheet, /1\. It fell or hit something\s*by the plan/);
  assert.match(sheet, /2\. It does not start\. Camera\s*nothing to do after the replacement for 1/);
  assert.match(sheet, /1\. It fell or hit something\s*stays as it is/);
  const found = (await pages.open(`/cases/${id}`)).text;
  assert.match(found, /1\. It fell or hit something\s*Your plan covers it\..*Clause /s);
  assert.match(found, /2\. It does not start\. Camera\s*The warranty covers it\. A replacement for 1 /);
  assert.doesNotMatch(found, /You chose:/);
  await desk.step("choice", id);
  const chosen = (await pages.open(`/cases/${id}`)).text;
  assert.match(chosen, /Your plan covers it\. You chose: by the plan\./);
  assert.match(chosen, /The warranty covers it\. You chose: nothing to do after the replacement for 1\./);
});

test("one finding is told by the case itself", async () => {
  const id = await inspected([]);
  for (const page of [`/cases/${id}`, `/cases/${id}/choices`]) {
    const { text } = await pages.open(page);
    assert.doesNotMatch(text, /What we found, and the terms on it/);
    assert.match(text, /Why we say so/);
  }
});
