import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { type ClaimDesk, claimDesk, OWNER } from "../../../test/support/claimDesk.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";

let desk: ClaimDesk;
before(async () => {
  desk = await claimDesk();
});

const BOTH = ["camera", "battery"];
const reported = async (channel: string) => {
  const { body } = await desk.report({ channel });
  return body.claim as { id: string; serial: string };
};
const takeIn = (claim: { id: string; serial: string }, parts: readonly string[]) =>
  desk.step("intake", claim.id, { serial: claim.serial, parts, condition: "cracked" });
const shown = async (id: string) => {
  await desk.app.platform.jobs.drained();
  return (await desk.app.call("staff", `GET /v1/claims/${id}`)).body.claim as Record<string, unknown>;
};
const sound = async () => assert.deepEqual(await violationsIn(desk.app.database as TestDatabase), []);

describe("the quick way", () => {
  it("brings the new unit as soon as the old one is here and paid for, without an inspection", async () => {
    const claim = await reported("quick");
    assert.equal((await takeIn(claim, BOTH)).status, 200);
    const begun = await shown(claim.id);
    assert.deepEqual([begun.state, begun.route], ["chosen", "plan"]);
    assert.deepEqual((begun.next as { who: string; what: string }).what, "pay");
    const told = "select state from notices.message where template = 'swapOnReceipt'";
    assert.equal((await desk.app.platform.database.pool.query(told)).rows.length, 1);
    for (const step of ["payment", "replacement", "shipment"] as const) {
      assert.equal((await desk.step(step, claim.id)).status, 200, step);
    }
    const kept = await desk.kept(claim.id);
    assert.deepEqual([kept.claim.state, kept.slots[0]], ["shipped", "used"]);
    assert.ok(!kept.events.includes("ClaimInspected"));
    await sound();
  });

  it("waits for what is missing, then goes on by itself", async () => {
    const claim = await reported("quick");
    await takeIn(claim, ["camera"]);
    assert.equal((await shown(claim.id)).state, "received");
    await takeIn(claim, ["battery"]);
    assert.equal((await shown(claim.id)).state, "chosen");
    await sound();
  });

  it("can be left until it is paid", async () => {
    const claim = await reported("quick");
    await takeIn(claim, BOTH);
    await shown(claim.id);
    assert.equal((await desk.step("cancellation", claim.id, undefined, OWNER)).status, 200);
    assert.equal((await desk.kept(claim.id)).slots.includes("reserved"), false);
    await sound();
  });

  it("is chosen once, whoever is faster: the bench that inspects, or the swap on receipt", async () => {
    for (let round = 0; round < 3; round += 1) {
      const claim = await reported("quick");
      await Promise.all([takeIn(claim, BOTH), takeIn(claim, BOTH), desk.step("inspection", claim.id)]);
      const { state } = await shown(claim.id);
      assert.match(String(state), /^(chosen|inspected)$/);
      const { charges } = await desk.kept(claim.id);
      assert.ok(charges.length <= 1, charges.join());
    }
    await sound();
  });

  it("is told seven, three and one day before its time to pay ends; then it goes back unpaid", async () => {
    const own = await claimDesk();
    const { body } = await own.report({ channel: "quick" });
    const { id, serial } = body.claim as { id: string; serial: string };
    await own.step("intake", id, { serial, parts: BOTH, condition: "cracked" });
    await own.app.platform.jobs.drained();
    const reminders = async () =>
      (await own.kept(id)).events.filter((type) => type === "PaymentReminded").length;
    await own.app.moveTo("2026-10-05T12:00:00Z");
    assert.equal(await reminders(), 3);
    await own.app.moveTo("2026-10-07T12:00:00Z");
    const { claim, charges, slots } = await own.kept(id);
    assert.deepEqual([claim.state, claim.route, charges], ["paid", "return", ["cancelled"]]);
    assert.equal(slots.includes("reserved"), false);
    assert.equal(await reminders(), 3);
  });

  it("is the only way that skips the inspection", async () => {
    const claim = await reported("online");
    await takeIn(claim, BOTH);
    assert.equal((await shown(claim.id)).state, "received");
  });
});
