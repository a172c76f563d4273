import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { BOB, OWNER, toPaid } from "../../../test/support/claimDesk.ts";
import { type CounterDesk, codeOf, counterDesk, WARSAW } from "../../../test/support/counterDesk.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";
import type { ClaimPage } from "../showClaim.ts";

let desk: CounterDesk;
let times: readonly string[];
before(async () => {
  desk = await counterDesk();
  times = await desk.times();
});

const at = (index: number): string => times[index] as string;
const rows = async (text: string) => (await desk.app.platform.database.pool.query(text)).rows as unknown[];
const stateOf = async (id: unknown) =>
  (await desk.app.call("staff", `GET /v1/appointments/${id}`)).body.state;

describe("an appointment", () => {
  it("is booked by the owner of a swift claim, shown on the case, and once", async () => {
    const claim = await desk.swift();
    const booked = await desk.book(claim, at(0));
    assert.equal(booked.status, 201, JSON.stringify(booked.body));
    const { body } = await desk.app.call(OWNER, `GET /v1/claims/${claim}`);
    const shown = body.appointment as { id: string; startsAt: string; state: string };
    assert.deepEqual([shown.id, shown.startsAt, shown.state], [booked.body.id, at(0), "booked"]);
    assert.equal(codeOf(await desk.book(claim, at(1))), "appointment_exists");
  });

  it("is not to be had for a parcel, off the grid, in the past, or by somebody else", async () => {
    const opened = await desk.report();
    const { id: online } = opened.body.claim as { id: string };
    const claim = await desk.swift();
    const off = Temporal.Instant.from(at(1)).add({ minutes: 15 }).toString();
    const answers = await Promise.all([
      desk.book(online, at(1)),
      desk.book(claim, off),
      desk.book(claim, "2026-09-01T08:00:00Z"),
      desk.book(claim, at(1), {}, BOB),
      desk.book(claim, at(1), { centre: "cen_00000000000000000000000002" }),
    ]);
    assert.deepEqual(answers.map(codeOf), [
      ...["not_for_counter", "slot_not_offered", "slot_not_offered", "not_found"],
      "centre_does_not_serve",
    ]);
  });

  it("moves and is cancelled by its owner until the notice; its time is free again", async () => {
    const claim = await desk.swift();
    const { id } = (await desk.book(claim, at(2))).body;
    assert.equal(codeOf(await desk.visit(id, "move", { startsAt: at(5) }, BOB)), "not_found");
    const moved = await desk.visit(id, "move", { startsAt: at(5) }, OWNER);
    assert.deepEqual([moved.body.startsAt, moved.body.sequence], [at(5), 1]);
    assert.equal(codeOf(await desk.visit(id, "cancellation", {}, OWNER)), "done");
    assert.equal(codeOf(await desk.visit(id, "cancellation", {}, OWNER)), "appointment_not_at_this_step");
    assert.deepEqual(await violationsIn(desk.app.database as TestDatabase), []);
  });

  it("that is moved and cancelled at once is cancelled, and its bench is free", async () => {
    const claim = await desk.swift();
    const { id } = (await desk.book(claim, at(6))).body;
    const [moved, cancelled] = await Promise.all([
      desk.visit(id, "move", { startsAt: at(7) }, OWNER),
      desk.visit(id, "cancellation", {}, OWNER),
    ]);
    assert.equal(codeOf(cancelled), "done");
    assert.match(codeOf(moved), /^(done|appointment_not_at_this_step)$/);
    assert.equal(await stateOf(id), "cancelled");
    assert.deepEqual(await violationsIn(desk.app.database as TestDatabase), []);
  });
});

describe("the last benches of a time", () => {
  /** As many at once as there are devices: each try is of another claim. */
  it("go to as many as there are; the others are told, and nothing is taken twice", async () => {
    const claims = await Promise.all(Array.from({ length: 10 }, () => desk.swift()));
    const tries = Array.from({ length: 100 }, (_, index) =>
      desk.book(claims[index % claims.length] as string, at(9)),
    );
    const codes = (await Promise.all(tries)).map(codeOf);
    // A camera is done at two of the three benches.
    assert.equal(codes.filter((code) => code === "done").length, 2);
    assert.deepEqual(
      [...new Set(codes)].toSorted().filter((code) => code !== "done"),
      ["appointment_exists", "slot_taken"],
    );
    assert.deepEqual(await violationsIn(desk.app.database as TestDatabase), []);
    await Promise.all(claims.map((id) => desk.step("cancellation", id)));
  });
});

describe("a time that is held", () => {
  it("is booked within ten minutes or lapses, never both, and then it is free", async () => {
    const [early, late] = [await desk.swift(), await desk.swift()];
    const held = await Promise.all([early, late].map((id) => desk.book(id, at(12), { hold: true })));
    assert.deepEqual(
      held.map(({ body }) => body.state),
      ["held", "held"],
    );
    const [first, second] = held.map(({ body }) => body.id);
    assert.equal(codeOf(await desk.visit(first, "booking", {}, OWNER)), "done");
    await desk.app.moveTo("2026-09-05T10:10:00Z");
    assert.equal(codeOf(await desk.visit(second, "booking", {}, OWNER)), "slot_hold_over");
    assert.deepEqual([await stateOf(first), await stateOf(second)], ["booked", "lapsed"]);
    assert.equal(codeOf(await desk.book(late, at(12))), "done");
    assert.deepEqual(await violationsIn(desk.app.database as TestDatabase), []);
  });
});

describe("at the counter", () => {
  it("a device is swapped while its owner waits, and the case is closed at once", async () => {
    const claim = await desk.swift();
    const walkedIn = await desk.app.call("staff", "POST /v1/walk-ins", { claim, centre: WARSAW });
    assert.equal(walkedIn.status, 201, JSON.stringify(walkedIn.body));
    await desk.steps(claim, toPaid);
    const early = await desk.app.call("staff", `POST /v1/claims/${claim}/hand-over`, { sign: "slip" });
    assert.equal(codeOf(early), "claim_not_at_this_step");
    await desk.steps(claim, ["replacement"]);
    const shown = async () =>
      (await desk.app.call("staff", `GET /v1/claims/${claim}`)).body as unknown as ClaimPage;
    const swapped = await shown();
    const { oldSerial, newSerial, moves } = swapped.swap ?? {};
    assert.deepEqual([swapped.device.serial, moves], [oldSerial, "shipment"], "it is not theirs yet");
    const answers = await Promise.all(
      [1, 2].map(() => desk.app.call("staff", `POST /v1/claims/${claim}/hand-over`, { sign: "slip" })),
    );
    assert.deepEqual(answers.map(codeOf).toSorted(), ["claim_not_at_this_step", "done"]);
    const kept = await desk.kept(claim);
    assert.deepEqual([kept.claim.state, kept.slots[0], kept.deadlines], ["closed", "used", []]);
    const given = await shown();
    assert.deepEqual([given.device.serial, given.swap?.moves], [newSerial, undefined], "the plan went along");
    assert.equal(await stateOf(walkedIn.body.id), "served");
    await desk.app.platform.jobs.drained();
    assert.deepEqual(await violationsIn(desk.app.database as TestDatabase), []);
  });

  it("who booked is taken in; who does not come is a no-show, and may book again", async () => {
    const claim = await desk.swift();
    const other = await desk.swift();
    const [comes, stays] = [await desk.book(claim, at(14)), await desk.book(other, at(14))];
    assert.equal(codeOf(await desk.visit(stays.body.id, "no-show")), "appointment_to_come");
    await desk.app.moveTo(at(14));
    assert.equal(codeOf(await desk.visit(stays.body.id, "cancellation", {}, OWNER)), "too_late_to_change");
    assert.equal(codeOf(await desk.visit(comes.body.id, "arrival")), "done");
    await desk.app.moveTo(Temporal.Instant.from(at(14)).add({ minutes: 45 }).toString());
    assert.deepEqual([await stateOf(comes.body.id), await stateOf(stays.body.id)], ["arrived", "no_show"]);
    assert.equal(codeOf(await desk.visit(comes.body.id, "departure")), "done");
    assert.equal(codeOf(await desk.book(other, at(18))), "done");
    assert.equal(codeOf(await desk.step("cancellation", other)), "done");
    await desk.app.platform.jobs.drained();
    const left = `select 1 from service.bench_quarter where starts_at = '${at(14)}'`;
    assert.deepEqual(await rows(left), []);
    assert.deepEqual(await violationsIn(desk.app.database as TestDatabase), []);
  });

  it("a bench that is blocked takes nobody until the block is lifted", async () => {
    const [from, to] = [at(20), Temporal.Instant.from(at(20)).add({ minutes: 45 }).toString()];
    const block = (bench: number) =>
      desk.app.call("staff", `POST /v1/centres/${WARSAW}/blocks`, { bench, from, to, reason: "Away" });
    const [one, three] = [await block(1), await block(3)];
    assert.deepEqual([one.status, three.status, codeOf(await block(1))], [201, 201, "bench_taken"]);
    assert.ok(!(await desk.times()).includes(at(20)));
    const claim = await desk.swift();
    assert.equal(codeOf(await desk.book(claim, at(20))), "slot_taken");
    const lift = () => desk.app.call("staff", `POST /v1/blocks/${one.body.id}/lifting`, {});
    assert.deepEqual([codeOf(await lift()), codeOf(await lift())], ["done", "block_lifted"]);
    assert.equal(codeOf(await desk.book(claim, at(20))), "done");
    assert.deepEqual(await violationsIn(desk.app.database as TestDatabase), []);
  });

  it("who walks in for one who did not come stands before them in the calendar", async () => {
    const away = await Promise.all([desk.swift(), desk.swift()]);
    for (const claim of away) {
      assert.equal(codeOf(await desk.book(claim, at(26))), "done");
    }
    const here = [await desk.swift(), await desk.swift()];
    await desk.app.moveTo(at(26));
    const { data } = (await desk.app.call("staff", `GET /v1/appointments?from=${at(26)}&state=booked`)).body;
    for (const { id, startsAt } of data as { id: string; startsAt: string }[]) {
      assert.equal(startsAt === at(26) ? codeOf(await desk.visit(id, "no-show")) : "done", "done");
    }
    for (const claim of here) {
      const came = await desk.app.call("staff", "POST /v1/walk-ins", { claim, centre: WARSAW });
      assert.equal(codeOf(came), "done");
    }
    const day = await desk.app.call(
      "staff",
      `GET /v1/centres/${WARSAW}/calendar?from=${at(26).slice(0, 10)}`,
    );
    const then = (day.body.appointments as { startsAt: string; state: string }[]).filter(
      ({ startsAt }) => startsAt === at(26),
    );
    assert.deepEqual(
      then.map(({ state }) => state),
      ["arrived", "arrived", "no_show", "no_show"],
    );
  });
});

describe("without the key of a bench's time", () => {
  it("a time is given away twice, and that is seen", async () => {
    await ownerQuery(
      desk.app.database as TestDatabase,
      "alter table service.bench_quarter drop constraint bench_quarter_pkey",
    );
    const claims = await Promise.all(Array.from({ length: 6 }, () => desk.swift()));
    const answers = await Promise.all(claims.map((id) => desk.book(id, at(30))));
    assert.ok(answers.filter((answer) => codeOf(answer) === "done").length > 2);
    const found = await violationsIn(desk.app.database as TestDatabase);
    assert.ok(found.some(({ detail }) => detail.includes("is taken twice")));
  });
});
