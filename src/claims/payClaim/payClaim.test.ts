import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { type ClaimDesk, claimDesk, OWNER, toInspected, toPaid } from "../../../test/support/claimDesk.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import type { Answer } from "../../../test/support/testApp.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";
import { perform, systemCaller } from "../../platform/index.ts";
import { recordFee } from "../recordFee/recordFee.ts";

/** The desk opens then; thirty days later choices and fees lapse. */
const OPENED = "2026-09-05T10:00:00Z";
const LAPSES = "2026-10-06T00:00:00Z";
let desk: ClaimDesk;
before(async () => {
  desk = await claimDesk();
});

const codeOf = ({ status, body }: Answer) => (status < 400 ? "done" : String(body.code));
const both = async (one: Promise<Answer>, other: Promise<Answer>) =>
  (await Promise.all([one, other])).map(codeOf);

describe("the choice", () => {
  it("of the replacement makes a charge of its fee, due in thirty days, and keeps the promise", async () => {
    const id = await desk.claimAfter(toInspected);
    assert.deepEqual((await desk.kept(id)).deadlines, [`payment_lapses ${LAPSES}`]);
    const sheet = await desk.app.call(OWNER, `GET /v1/claims/${id}/choices`);
    const routes = (sheet.body.choices as { route: string }[]).map(({ route }) => route);
    assert.deepEqual([routes, sheet.body.chosen], [["plan", "paid", "return"], null]);
    const { status, body } = await desk.step("choice", id);
    assert.equal(status, 200);
    assert.deepEqual(body.next, { who: "owner", what: "pay", by: LAPSES });
    assert.deepEqual(body.fee, { amount: 11_900, currency: "PLN" });
    const kept = await desk.kept(id);
    assert.deepEqual(kept.slots, ["reserved", "free", "free"]);
    assert.deepEqual(kept.charges, ["open"]);
    assert.deepEqual(kept.deadlines, [`payment_lapses ${LAPSES}`]);
    assert.equal((await desk.app.call(OWNER, `GET /v1/claims/${id}/choices`)).body.chosen, "plan");
  });

  it("of a paid repair gives the replacement back", async () => {
    const id = await desk.claimAfter(toInspected);
    const { body } = await desk.step("choice", id, { route: "paid" });
    assert.deepEqual(body.fee, { amount: 30_000, currency: "PLN" });
    const kept = await desk.kept(id);
    assert.deepEqual([kept.slots, kept.charges], [["free", "free", "free"], ["open"]]);
    assert.ok(kept.events.includes("SlotReleased"));
  });

  it("of what costs nothing goes straight to the bench: no charge, no deadline", async () => {
    const id = await desk.claimAfter(toInspected);
    const { body } = await desk.step("choice", id, { route: "return" });
    assert.deepEqual([body.state, body.next], ["paid", { who: "centre", what: "ship" }]);
    const kept = await desk.kept(id);
    assert.deepEqual([kept.charges, kept.deadlines, kept.slots], [[], [], ["free", "free", "free"]]);
  });

  it("is refused before the inspection, twice, and for what is not on the sheet", async () => {
    const early = await desk.claimAfter(["intake"]);
    assert.equal(codeOf(await desk.step("choice", early)), "claim_not_at_this_step");
    const id = await desk.claimAfter(toInspected);
    assert.equal(codeOf(await desk.step("choice", id, { route: "warranty" })), "route_not_offered");
    assert.equal(codeOf(await desk.step("choice", id)), "done");
    assert.equal(codeOf(await desk.step("choice", id, { route: "paid" })), "claim_not_at_this_step");
    assert.deepEqual((await desk.kept(id)).charges, ["open"]);
  });

  it("is one choice under one key", async () => {
    const id = await desk.claimAfter(toInspected);
    const headers = { "idempotency-key": "chosen-once" };
    const first = await desk.step("choice", id, { route: "plan" }, OWNER, headers);
    assert.deepEqual(await desk.step("choice", id, { route: "plan" }, OWNER, headers), first);
    assert.deepEqual((await desk.kept(id)).charges, ["open"]);
  });

  it("of two at once is one of them, with one charge at the most", async () => {
    const id = await desk.claimAfter(toInspected);
    const codes = await both(desk.step("choice", id), desk.step("choice", id, { route: "paid" }));
    assert.deepEqual(codes.toSorted(), ["claim_not_at_this_step", "done"]);
    const { claim, charges, slots } = await desk.kept(id);
    assert.equal(charges.length, 1);
    assert.equal(slots[0], claim.route === "plan" ? "reserved" : "free");
  });

  it("against a cancellation at once ends in a return, with nothing left to pay", async () => {
    const id = await desk.claimAfter(toInspected);
    const [chosen, cancelled] = await both(desk.step("choice", id), desk.step("cancellation", id));
    assert.equal(cancelled, "done");
    assert.ok(chosen === "done" || chosen === "claim_not_at_this_step");
    const kept = await desk.kept(id);
    assert.deepEqual([kept.claim.state, kept.claim.route, kept.claim.fee_minor], ["paid", "return", 0]);
    assert.deepEqual([kept.slots, kept.deadlines], [["free", "free", "free"], []]);
    assert.deepEqual(kept.charges, chosen === "done" ? ["cancelled"] : []);
  });
});

describe("the fee", () => {
  it("moves the claim on when it is captured, and meets its deadline", async () => {
    const id = await desk.claimAfter([...toInspected, "choice"]);
    const { status, body } = await desk.step("payment", id);
    assert.equal(status, 200);
    const { charge, claim } = body as { charge: { state: string }; claim: { state: string; next: object } };
    assert.deepEqual([charge.state, claim.state], ["captured", "paid"]);
    assert.deepEqual(claim.next, { who: "centre", what: "replace" });
    const kept = await desk.kept(id);
    assert.deepEqual([kept.charges, kept.deadlines], [["captured"], []]);
    assert.equal(kept.events.filter((type) => type === "FeePaid").length, 1);
  });

  it("that was declined can be paid again", async () => {
    const id = await desk.claimAfter([...toInspected, "choice"]);
    const declined = await desk.step("payment", id, { method: "test_declined" });
    assert.equal(declined.status, 200);
    assert.equal((declined.body.claim as { state: string }).state, "chosen");
    const paid = await desk.step("payment", id);
    assert.equal((paid.body.claim as { state: string }).state, "paid");
  });

  it("that is on its way is not started again, nor cancelled away", async () => {
    const id = await desk.claimAfter([...toInspected, "choice"]);
    const pending = await desk.step("payment", id, { method: "test_pending" });
    assert.equal((pending.body.charge as { state: string }).state, "open");
    assert.equal(codeOf(await desk.step("payment", id)), "payment_underway");
    assert.equal(codeOf(await desk.step("cancellation", id)), "payment_running");
    assert.equal((await desk.kept(id)).slots[0], "reserved");
  });

  it("of two payments at once is captured once", async () => {
    const id = await desk.claimAfter([...toInspected, "choice"]);
    const codes = await both(desk.step("payment", id), desk.step("payment", id));
    assert.equal(codes.filter((code) => code === "done").length, 1, codes.join());
    const kept = await desk.kept(id);
    assert.deepEqual([kept.charges, kept.claim.state], [["captured"], "paid"]);
    assert.equal(kept.events.filter((type) => type === "ChargeCaptured").length, 1);
  });

  it("is refused where there is none: before the choice, after it is paid, and for a return", async () => {
    const early = await desk.claimAfter(toInspected);
    assert.equal(codeOf(await desk.step("payment", early)), "nothing_to_pay");
    const paid = await desk.claimAfter(toPaid);
    assert.equal(codeOf(await desk.step("payment", paid)), "nothing_to_pay");
    await desk.step("choice", early, { route: "return" });
    assert.equal(codeOf(await desk.step("payment", early)), "nothing_to_pay");
  });

  it("names the methods there are when another is asked for", async () => {
    const id = await desk.claimAfter([...toInspected, "choice"]);
    const { status, body } = await desk.step("payment", id, { method: "gold" });
    assert.equal(status, 400);
    assert.equal((body.errors as { pointer: string }[])[0]?.pointer, "/method");
  });

  it("reaches its claim once, however often the job runs", async () => {
    const id = await desk.claimAfter(toPaid);
    const again = await perform(desk.app.platform, systemCaller, recordFee, { id });
    assert.equal(again.refused?.code, "claim_not_at_this_step");
    assert.equal((await desk.kept(id)).events.filter((type) => type === "FeePaid").length, 1);
  });
});

describe("a cancellation", () => {
  it("before the device was sent ends the claim and frees the replacement", async () => {
    const id = await desk.claimAfter([]);
    const { status, body } = await desk.step("cancellation", id);
    assert.deepEqual([status, body.state, body.closedAt], [200, "cancelled", OPENED]);
    const kept = await desk.kept(id);
    assert.deepEqual([kept.slots, kept.deadlines], [["free", "free", "free"], []]);
  });

  it("of a chosen claim gives up its fee and sends the device back as it is", async () => {
    const id = await desk.claimAfter([...toInspected, "choice"]);
    const { body } = await desk.step("cancellation", id);
    assert.deepEqual([body.state, body.route], ["paid", "return"]);
    const kept = await desk.kept(id);
    assert.deepEqual([kept.charges, kept.slots[0], kept.deadlines], [["cancelled"], "free", []]);
    assert.equal(codeOf(await desk.step("replacement", id)), "not_a_replacement");
    assert.equal(codeOf(await desk.step("shipment", id)), "done");
  });

  it("is refused once the fee is paid", async () => {
    const id = await desk.claimAfter(toPaid);
    assert.equal(codeOf(await desk.step("cancellation", id)), "claim_not_at_this_step");
    assert.equal((await desk.kept(id)).slots[0], "reserved");
  });
});

describe("time that runs out", () => {
  it("sends back what nobody chose or paid for, and waits for money on its way", async () => {
    const unchosen = await desk.claimAfter(toInspected);
    const unpaid = await desk.claimAfter([...toInspected, "choice"]);
    const underway = await desk.claimAfter([...toInspected, "choice"]);
    const paid = await desk.claimAfter(toPaid);
    const unsent = await desk.claimAfter([]);
    await desk.app.moveTo("2026-10-05T23:59:59Z");
    assert.equal((await desk.kept(unchosen)).claim.state, "inspected");
    await desk.step("payment", underway, { method: "test_pending" });
    await desk.app.moveTo("2026-10-06T00:00:01Z");
    for (const id of [unchosen, unpaid]) {
      const kept = await desk.kept(id);
      assert.deepEqual([kept.claim.state, kept.claim.route, kept.slots[0]], ["paid", "return", "free"]);
      assert.equal(kept.events.at(-1), "ClaimLapsed");
      assert.deepEqual(kept.deadlines, []);
    }
    assert.deepEqual((await desk.kept(unpaid)).charges, ["cancelled"]);
    const waiting = await desk.kept(underway);
    assert.deepEqual([waiting.claim.state, waiting.slots[0]], ["chosen", "reserved"]);
    assert.deepEqual(
      [(await desk.kept(paid)).claim.state, (await desk.kept(unsent)).claim.state],
      ["paid", "cancelled"],
    );
    await desk.app.moveTo("2026-10-08T10:00:00Z");
    await desk.app.platform.jobs.drained();
    const settled = await desk.kept(underway);
    assert.deepEqual(
      [settled.claim.state, settled.claim.route, settled.charges],
      ["paid", "plan", ["captured"]],
    );
    assert.equal(codeOf(await desk.step("shipment", unchosen)), "done");
  });
});

it("breaks no invariant", async () => {
  assert.deepEqual(await violationsIn(desk.app.database as TestDatabase), []);
});
