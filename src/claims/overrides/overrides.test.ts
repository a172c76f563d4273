import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Static } from "typebox";
import { type ClaimDesk, claimDesk, OWNER, toInspected, type Who } from "../../../test/support/claimDesk.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import type { Answer } from "../../../test/support/testApp.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";
import type { ChoiceShape } from "../choice.ts";

let desk: ClaimDesk;
before(async () => {
  desk = await claimDesk();
});

const pln = (amount: number) => ({ amount, currency: "PLN" });
const gift = {
  ...{ gives: "replacement", fee: pln(0), cost: pln(40_000), reason: "long_wait" },
  ...{ note: "The part never came.", says: "You waited long enough." },
};
const codeOf = ({ status, body }: Answer) => (status < 400 ? "done" : String(body.code));
const give = async (id: string, more: object = {}, as: Who = "staff") =>
  await desk.app.call(as, `POST /v1/claims/${id}/override`, { ...gift, ...more });
const decide = async (override: unknown, decision: string, as: Who) =>
  await desk.app.call(as, `POST /v1/overrides/${String(override)}/decision`, { decision, note: "as asked" });
const sheetOf = async (id: string) =>
  (await desk.app.call(OWNER, `GET /v1/claims/${id}/choices`)).body.choices as Static<typeof ChoiceShape>[];

describe("an override", () => {
  it("within the authority of who makes it is a way on at once, and uses nothing of the plan", async () => {
    const id = await desk.claimAfter(toInspected);
    const made = await give(id);
    assert.deepEqual([made.status, made.body.state], [201, "granted"]);
    const [way] = await sheetOf(id);
    assert.deepEqual([way?.route, way?.fee.amount, way?.unit], ["goodwill", 0, "replacement"]);
    assert.deepEqual(way?.override, { id: made.body.id, says: gift.says });
    assert.equal(JSON.stringify(await sheetOf(id)).includes(gift.note), false);
    assert.equal((await desk.step("choice", id, { route: "goodwill" })).body.state, "paid");
    assert.equal(codeOf(await desk.step("replacement", id)), "done");
    assert.equal(codeOf(await desk.step("shipment", id)), "done");
    assert.deepEqual((await desk.kept(id)).slots, ["free", "free", "free"]);
    assert.equal(codeOf(await desk.step("closure", id)), "done");
  });

  it("stays on the sheet whatever another look says", async () => {
    const id = await desk.claimAfter(toInspected);
    await give(id);
    assert.equal(codeOf(await desk.step("inspection", id)), "done");
    assert.deepEqual(
      (await sheetOf(id)).map(({ route }) => route),
      ["goodwill", "plan", "paid", "return"],
    );
  });

  it("above an authority waits for another person, whoever's key it is", async () => {
    const id = await desk.claimAfter(toInspected);
    const asked = await give(id, { cost: pln(45_001) }, "manager ben@example.org");
    assert.deepEqual([asked.body.state, asked.body.needsSecondPerson], ["granted", false]);
    const other = await desk.claimAfter(toInspected);
    const waits = await give(other, { cost: pln(450_001) }, "manager ben@example.org");
    assert.deepEqual([waits.body.state, waits.body.needsSecondPerson], ["asked", true]);
    assert.equal((await sheetOf(other)).length, 3);
    const same = await decide(waits.body.id, "grant", "manager ben@example.org");
    assert.equal(codeOf(same), "override_by_same_person");
    const answers = await Promise.all([
      decide(waits.body.id, "grant", "manager eva@example.org"),
      decide(waits.body.id, "decline", "manager fay@example.org"),
    ]);
    assert.deepEqual(answers.map(codeOf).toSorted(), ["done", "override_decided"]);
  });

  it("is asked for by staff from their own limit on, and declined leaves the sheet as it was", async () => {
    const id = await desk.claimAfter(toInspected);
    const waits = await give(id, { cost: pln(45_001) });
    assert.equal(waits.body.state, "asked");
    assert.equal(codeOf(await give(id)), "override_exists");
    const listed = await desk.app.call("manager", "GET /v1/overrides?state=asked");
    assert.ok((listed.body.data as { id: string }[]).some(({ id: named }) => named === waits.body.id));
    assert.equal(codeOf(await decide(waits.body.id, "decline", "manager")), "done");
    assert.equal((await sheetOf(id)).length, 3);
    assert.equal(codeOf(await give(id)), "done");
  });

  it("above an authority is taken back by whoever asked for it", async () => {
    const id = await desk.claimAfter(toInspected);
    const waits = await give(id, { cost: pln(450_001) }, "manager ben@example.org");
    assert.equal(codeOf(await decide(waits.body.id, "decline", "manager ben@example.org")), "done");
    assert.equal((await sheetOf(id)).length, 3);
  });

  it("of two at once is one", async () => {
    const id = await desk.claimAfter(toInspected);
    const answers = await Promise.all([give(id), give(id, {}, "manager")]);
    assert.deepEqual(answers.map(codeOf).toSorted(), ["done", "override_exists"]);
    assert.equal((await sheetOf(id)).filter(({ route }) => route === "goodwill").length, 1);
  });

  it("is refused after the choice, before the inspection, and where the owner is no better off", async () => {
    const chosen = await desk.claimAfter([...toInspected, "choice"]);
    assert.equal(codeOf(await give(chosen)), "claim_not_at_this_step");
    const reported = await desk.claimAfter([]);
    assert.equal(codeOf(await give(reported)), "claim_not_at_this_step");
    const id = await desk.claimAfter(toInspected);
    const dear = { gives: "repair", fee: pln(30_000) };
    assert.equal(codeOf(await give(id, dear)), "override_no_better");
    const foreign = await give(id, { cost: { amount: 1, currency: "EUR" } });
    assert.deepEqual([foreign.status, foreign.body.code], [400, "bad_request"]);
    assert.equal((await sheetOf(id)).length, 3);
  });
});

it("breaks no invariant", async () => {
  assert.deepEqual(await violationsIn(desk.app.database as TestDatabase), []);
});
