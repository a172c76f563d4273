import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { OWNER } from "../../../test/support/claimDesk.ts";
import { type CounterDesk, codeOf, counterDesk, WARSAW } from "../../../test/support/counterDesk.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";

let desk: CounterDesk;
let times: readonly string[];
before(async () => {
  desk = await counterDesk();
  times = await desk.times();
});

const at = (index: number): string => times[index] as string;
const later = (instant: string, minutes: number): string =>
  Temporal.Instant.from(instant).add({ minutes }).toString();
const moveTo = async (instant: string) => {
  await desk.app.moveTo(instant);
  await desk.app.platform.jobs.drained();
};
const shown = async (id: unknown) => (await desk.app.call("staff", `GET /v1/appointments/${id}`)).body;
const booked = async (index: number) => {
  const claim = await desk.swift();
  const { body } = await desk.book(claim, at(index));
  return { claim, id: body.id as string, startsAt: body.startsAt as string };
};
const waitsFor = async (id: string): Promise<string[]> => {
  const text = `select kind from platform.deadline
                 where root_id = $1 and met_at is null and kind like 'appointment%'`;
  const { rows } = await desk.app.platform.database.pool.query<{ kind: string }>(text, [id.split("_")[1]]);
  return rows.map(({ kind }) => kind);
};
const sound = async () => assert.deepEqual(await violationsIn(desk.app.database as TestDatabase), []);

describe("moved to where it is", () => {
  it("an appointment stays: nothing is told, and nothing is counted", async () => {
    const { id, startsAt, claim } = await booked(2);
    const before = (await desk.kept(claim)).events.length;
    const moved = await desk.visit(id, "move", { startsAt }, OWNER);
    assert.deepEqual([codeOf(moved), moved.body.sequence], ["done", 0]);
    assert.equal((await desk.kept(claim)).events.length, before);
    assert.equal((await desk.visit(id, "move", { startsAt: at(3) }, OWNER)).body.sequence, 1);
  });
});

describe("the times that only staff give", () => {
  const inside = `GET /v1/centres/${WARSAW}/slots?model=osmo-action-4&days=1&from=2026-09-07&inside=true`;

  it("are listed for them, and can be given by them", async () => {
    await moveTo(later(at(0), -30));
    const { body } = await desk.app.call("staff", inside);
    const days = body.days as { slots: { startsAt: string }[] }[];
    assert.ok(days.some(({ slots }) => slots.some(({ startsAt }) => startsAt === at(0))));
    assert.ok(!(await desk.times()).includes(at(0)));
    const { id } = await booked(4);
    assert.equal(codeOf(await desk.visit(id, "move", { startsAt: at(0) }, OWNER)), "slot_not_offered");
    assert.equal(codeOf(await desk.visit(id, "move", { startsAt: at(0) })), "done");
  });

  it("are nobody else's to see", async () => {
    const answer = await desk.app.call("public", inside);
    assert.equal(answer.status, 400);
    assert.match(JSON.stringify(answer.body), /\/query\/inside/);
  });
});

describe("a check-in", () => {
  it("days early is refused, and says when it opens", async () => {
    const last = times.length - 1;
    const { id, startsAt } = await booked(last);
    const answer = await desk.visit(id, "arrival");
    assert.equal(codeOf(answer), "check_in_not_open");
    assert.ok(
      String(answer.body.detail ?? answer.body.says).includes(startsAt.slice(0, 10)),
      JSON.stringify(answer.body),
    );
  });

  it("that was a mistake is taken back for a while, and its time is waited for again", async () => {
    const { id, claim } = await booked(5);
    assert.equal(codeOf(await desk.visit(id, "arrival/withdrawal")), "appointment_not_at_this_step");
    assert.equal(codeOf(await desk.visit(id, "arrival")), "done");
    const back = await desk.visit(id, "arrival/withdrawal");
    assert.deepEqual([codeOf(back), back.body.state], ["done", "booked"]);
    assert.ok((await waitsFor(id)).includes("appointment_no_show"));
    assert.equal(codeOf(await desk.visit(id, "arrival")), "done");
    await desk.steps(claim, ["intake"]);
    assert.equal(codeOf(await desk.visit(id, "arrival/withdrawal")), "check_in_stands");
    await sound();
  });

  it("of who was missed is taken the same day, at a bench that is free now, and not twice", async () => {
    const { id, claim, startsAt } = await booked(6);
    await moveTo(later(startsAt, 90));
    assert.equal((await shown(id)).state, "no_show");
    const answers = await Promise.all([desk.visit(id, "arrival"), desk.visit(id, "arrival")]);
    assert.deepEqual(answers.map(codeOf).toSorted(), ["appointment_not_at_this_step", "done"]);
    const here = await shown(id);
    assert.deepEqual([here.state, String(here.startsAt) > startsAt], ["arrived", true]);
    assert.equal(codeOf(await desk.visit(id, "arrival/withdrawal")), "done");
    assert.ok((await desk.kept(claim)).events.includes("AppointmentArrivalWithdrawn"));
    await sound();
  });

  it("of a walk-in that was a mistake frees the bench", async () => {
    const claim = await desk.swift();
    const { body } = await desk.app.call("staff", "POST /v1/walk-ins", { claim, centre: WARSAW });
    const back = await desk.visit(body.id, "arrival/withdrawal");
    assert.deepEqual([codeOf(back), back.body.state], ["done", "cancelled"]);
    await sound();
  });
});

describe("who is here when the time is long over", () => {
  it("is asked about, day by day, and never cancelled", async () => {
    const claim = await desk.swift();
    const { body } = await desk.app.call("staff", "POST /v1/walk-ins", { claim, centre: WARSAW });
    await moveTo(later(String(body.endsAt), 31));
    const asked = await shown(body.id);
    assert.equal(asked.state, "arrived");
    assert.ok(asked.askedAt);
    await moveTo(later(String(body.endsAt), 26 * 60));
    const events = (await desk.kept(claim)).events.filter((type) => type === "AppointmentStays");
    assert.equal(events.length, 2);
    assert.equal(codeOf(await desk.visit(body.id, "departure")), "done");
    assert.deepEqual(
      (await desk.kept(claim)).deadlines.filter((kind) => kind.startsWith("appointment")),
      [],
    );
    await sound();
  });

  it("is named to staff, and not to partners", async () => {
    const calendar = async (who: "staff" | "integrator") =>
      (await desk.app.call(who, "GET /v1/appointments")).body.data as { owner?: string }[];
    assert.ok((await calendar("staff")).every(({ owner }) => owner !== undefined));
    assert.ok((await calendar("integrator")).every(({ owner }) => owner === undefined));
  });
});
