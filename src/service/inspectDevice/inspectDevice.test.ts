import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { cleanFindings } from "../../../test/support/cases.ts";
import { type ClaimDesk, claimDesk, OWNER, toInspected, type Who } from "../../../test/support/claimDesk.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import { tableCounts } from "../../../test/support/tableCounts.ts";
import type { Answer } from "../../../test/support/testApp.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";
import type { ClaimPage } from "../showClaim.ts";

let desk: ClaimDesk;
before(async () => {
  desk = await claimDesk();
});

const codeOf = ({ status, body }: Answer) => (status < 400 ? status : body.code);
const page = async (id: string, as: Who = "staff") =>
  (await desk.app.call(as, `GET /v1/claims/${id}`)).body as unknown as ClaimPage;
const serialOf = async (id: string) => (await page(id)).claim.serial;
const zloty = (amount: number) => ({ amount, currency: "PLN" });

async function intake(id: string, parts: string[], serial?: string): Promise<Answer> {
  return await desk.step("intake", id, {
    serial: serial ?? (await serialOf(id)),
    parts,
    condition: "cracked",
  });
}

describe("taking a parcel in", () => {
  it("writes it down and hands the case to the bench", async () => {
    const id = await desk.claimAfter([]);
    const { status, body } = await intake(id, ["camera", "battery"]);
    assert.deepEqual([status, body.missing], [200, []]);
    assert.deepEqual((body.claim as { next: object }).next, { who: "centre", what: "inspect" });
    const { intakes } = await page(id);
    assert.deepEqual(intakes, [
      {
        serial: await serialOf(id),
        parts: ["camera", "battery"],
        condition: "cracked",
        at: "2026-09-05T10:00:00Z",
      },
    ]);
    assert.deepEqual((await desk.kept(id)).decisions, ["plan", "plan"]);
  });

  it("waits for the owner while a part is missing; a second parcel completes it", async () => {
    const id = await desk.claimAfter([]);
    const first = await intake(id, ["camera"]);
    assert.deepEqual(first.body.missing, ["battery"]);
    const by = "2026-10-06T00:00:00Z";
    assert.deepEqual((first.body.claim as { next: object }).next, { who: "owner", what: "send_rest", by });
    assert.equal(codeOf(await desk.step("inspection", id)), "parts_missing");
    const second = await intake(id, ["battery"]);
    assert.deepEqual(second.body.missing, []);
    const kept = await desk.kept(id);
    assert.deepEqual(kept.claim.returned_parts, ["camera", "battery"]);
    assert.deepEqual(kept.decisions, ["plan", "hold", "plan"]);
    assert.equal(codeOf(await desk.step("inspection", id)), 200);
  });

  it("is refused for another device, an empty parcel, and after the inspection", async () => {
    const id = await desk.claimAfter([]);
    assert.equal(codeOf(await intake(id, ["camera"], desk.newSerial())), "serial_differs");
    assert.equal(codeOf(await intake(id, [])), "nothing_returned");
    const later = await desk.claimAfter(toInspected);
    assert.equal(codeOf(await intake(later, ["camera"])), "claim_not_at_this_step");
    assert.deepEqual((await page(id)).intakes, []);
  });
});

describe("inspecting", () => {
  it("answers with the sheet, waits thirty days for a choice, and keeps the promise", async () => {
    const id = await desk.claimAfter(["intake"]);
    const { body } = await desk.step("inspection", id);
    const routes = (body.choices as { route: string; fee: object }[]).map(({ route, fee }) => [route, fee]);
    assert.deepEqual(routes, [
      ["plan", zloty(11_900)],
      ["paid", zloty(30_000)],
      ["return", zloty(0)],
    ]);
    const kept = await desk.kept(id);
    assert.deepEqual(kept.deadlines, ["payment_lapses 2026-10-06T00:00:00Z"]);
    assert.deepEqual([kept.slots[0], kept.claim.findings], ["reserved", cleanFindings]);
  });

  it("tried dry is the live receipt, also of findings that settle nothing; nothing is kept", async () => {
    const id = await desk.claimAfter(["intake"]);
    await desk.app.platform.jobs.drained();
    const except = ["pgboss.queue", "pgboss.version"];
    const count = () => tableCounts(desk.app.database as TestDatabase, { except });
    const before = await count();
    const dry = (body: object) =>
      desk.app.call("staff", `POST /v1/claims/${id}/inspection?dryRun=true`, body);
    const open = await dry({ findings: {} });
    assert.deepEqual(
      [open.status, open.body.outcome, open.body.code],
      [200, "refused", "findings_incomplete"],
    );
    assert.equal((open.body.receipt as { outcome: string }).outcome, "undecided");
    const settled = await dry({ findings: cleanFindings });
    assert.equal((settled.body.receipt as { outcome: string }).outcome, "plan");
    assert.deepEqual(await count(), before);
  });

  it("repeated before the choice replaces the sheet, and keeps both looks with their decisions", async () => {
    const id = await desk.claimAfter(toInspected);
    const modified = { findings: { ...cleanFindings, modified: true }, repairPrice: zloty(25_000) };
    assert.equal(codeOf(await desk.step("inspection", id, modified)), 200);
    const sheet = await desk.app.call(OWNER, `GET /v1/claims/${id}/choices`);
    assert.deepEqual(
      (sheet.body.choices as { route: string; fee: { amount: number } }[]).map(({ fee }) => fee.amount),
      [25_000, 0],
    );
    const { inspections } = await page(id);
    assert.deepEqual(
      inspections.map(({ findings, receipt }) => [findings.modified, receipt.outcome]),
      [
        [false, "plan"],
        [true, "paid"],
      ],
    );
    const kept = await desk.kept(id);
    assert.deepEqual(kept.decisions, ["plan", "plan", "plan", "paid"]);
    assert.equal(kept.slots[0], "free");
    assert.equal(codeOf(await desk.step("inspection", id)), 200);
    assert.equal((await desk.kept(id)).slots[0], "reserved");
  });

  it("does not replace a look that was not seen: the second of two is told of the first", async () => {
    const id = await desk.claimAfter(["intake"]);
    const mine = { findings: cleanFindings, repairPrice: zloty(30_000), inspection: 0 };
    const theirs = { ...mine, findings: { ...cleanFindings, modified: true } };
    const answers = await Promise.all([mine, theirs].map((look) => desk.step("inspection", id, look)));
    assert.deepEqual(new Set(answers.map(codeOf)), new Set([200, "inspected_meanwhile"]));
    const [first] = (await page(id)).inspections;
    assert.deepEqual(answers.find(({ status }) => status === 409)?.body.receipt, first?.receipt);
    assert.equal((await page(id)).inspections.length, 1);
    assert.equal(codeOf(await desk.step("inspection", id, { ...theirs, inspection: 1 })), 200);
    assert.equal((await page(id)).inspections.length, 2);
  });

  it("finds another cause than was told, and leaves the owner's word beside it", async () => {
    const camera = desk.camera();
    const incident = { at: "2026-09-04", cause: "battery", parts: ["camera"] };
    const told = await desk.report({ incident }, camera);
    const { id, receipt } = told.body.claim as { id: string; receipt: { outcome: string } };
    assert.equal(receipt.outcome, "paid");
    await intake(id, ["camera", "battery"]);
    const { body } = await desk.step("inspection", id, { findings: { ...cleanFindings, cause: "water" } });
    assert.equal((body.receipt as { outcome: string }).outcome, "plan");
    const { claim, slots } = await desk.kept(id);
    assert.deepEqual([claim.incident, slots[0]], [incident, "reserved"]);
  });

  it("sends a proven defect the warranty's way: nothing to pay, nothing used", async () => {
    const id = await desk.claimAfter(["intake"]);
    const findings = { ...cleanFindings, cause: "defect", warrantyEndsAt: "2027-05-25T10:00:00Z" };
    await desk.step("inspection", id, { findings, repairPrice: zloty(30_000) });
    const { body } = await desk.step("choice", id, { route: "warranty" });
    assert.equal(body.state, "paid");
    assert.equal(codeOf(await desk.step("replacement", id)), "not_a_replacement");
    assert.equal(codeOf(await desk.step("shipment", id)), 200);
    assert.deepEqual((await desk.kept(id)).slots, ["free", "free", "free"]);
  });

  it("names the currency of the case when the price is in another", async () => {
    const id = await desk.claimAfter(["intake"]);
    const euros = { findings: cleanFindings, repairPrice: { amount: 100, currency: "EUR" } };
    const { status, body } = await desk.step("inspection", id, euros);
    assert.equal(status, 400);
    assert.equal((body.errors as { pointer: string }[])[0]?.pointer, "/repairPrice/currency");
  });

  it("is refused before the parcel and after the choice", async () => {
    assert.equal(codeOf(await desk.step("inspection", await desk.claimAfter([]))), "claim_not_at_this_step");
    const chosen = await desk.claimAfter([...toInspected, "choice"]);
    assert.equal(codeOf(await desk.step("inspection", chosen)), "claim_not_at_this_step");
  });
});

it("tells the programme's people alone how to reach who reported it", async () => {
  const id = await desk.claimAfter([]);
  const email = async (as: Who) => (await page(id, as)).reporter?.email;
  assert.equal(await email("staff"), "ada@example.org");
  assert.equal(await email("manager"), "ada@example.org");
  assert.equal(await email(OWNER), undefined);
  assert.doesNotMatch(JSON.stringify(await page(id, "integrator")), /ada@/);
});

it("breaks no invariant", async () => {
  assert.deepEqual(await violationsIn(desk.app.database as TestDatabase), []);
});
