import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { cleanFindings } from "../../../test/support/cases.ts";
import { type ClaimDesk, claimDesk, toInspected } from "../../../test/support/claimDesk.ts";

const repairFor = (amount: number) => ({
  findings: cleanFindings,
  repairPrice: { amount, currency: "PLN" },
});

describe("the price of a choice", () => {
  let desk: ClaimDesk;
  before(async () => {
    desk = await claimDesk();
  });

  it("is the one that was seen: inspected again meanwhile, nothing is chosen and nothing is owed", async () => {
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
