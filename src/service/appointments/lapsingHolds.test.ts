import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { OWNER } from "../../../test/support/claimDesk.ts";
import { type CounterDesk, codeOf, counterDesk } from "../../../test/support/counterDesk.ts";
import { violationsIn } from "../../../test/support/soldPlans.ts";
import type { Answer } from "../../../test/support/testApp.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";

let desk: CounterDesk;
let claims: readonly string[];
let hour = Temporal.Instant.from("2026-09-05T12:00:00Z");
before(async () => {
  desk = await counterDesk();
  claims = await Promise.all([desk.swift(), desk.swift(), desk.swift()]);
});

const stateOf = async (id: unknown) =>
  (await desk.app.call("staff", `GET /v1/appointments/${id}`)).body.state;
const confirm = (id: unknown) => desk.visit(id, "booking", {}, OWNER);
const query = async (text: string) => await desk.app.platform.database.pool.query(text);

interface Round {
  readonly held: unknown;
  readonly rival: string;
  readonly startsAt: string;
}

/** A time that is held at the last bench of two that do the model, a second before it lapses. */
async function heldAtLastBench(): Promise<Round> {
  const [holder = "", rival = "", other = ""] = claims;
  hour = hour.add({ hours: 1 });
  await desk.app.moveTo(hour.toString());
  const startsAt = (await desk.times())[20] ?? "";
  assert.equal(codeOf(await desk.book(other, startsAt)), "done");
  const { body } = await desk.book(holder, startsAt, { hold: true });
  assert.equal(body.state, "held");
  assert.equal(codeOf(await desk.book(rival, startsAt)), "slot_taken");
  await desk.app.moveTo(hour.add({ minutes: 9, seconds: 59 }).toString());
  return { held: body.id, rival, startsAt };
}

async function tidyUp(): Promise<void> {
  await desk.app.platform.jobs.drained();
  const { body } = await desk.app.call("staff", "GET /v1/appointments?state=held,booked");
  for (const { id } of body.data as { id: string }[]) {
    await desk.visit(id, "cancellation");
  }
}

/** Confirms after so many other answers have come: what a slow network is. */
async function confirmAfter(answers: number, id: unknown): Promise<Answer> {
  for (let count = 0; count < answers; count += 1) {
    await stateOf(id);
  }
  return await confirm(id);
}

/** Some confirm before the clock passes the end of the hold, one while it does, after so many answers. */
async function race(
  early: number,
  answersFirst: number,
): Promise<{ state: string; confirmed: number; rivalHasIt: boolean }> {
  const { held, rival, startsAt } = await heldAtLastBench();
  const confirming = Array.from({ length: early }, () => confirm(held));
  const lapsing = desk.app.moveTo(hour.add({ minutes: 10 }).toString());
  const [beside, taken] = await Promise.all([
    confirmAfter(answersFirst, held),
    desk.book(rival, startsAt),
    lapsing,
  ]);
  const answers: Answer[] = [...(await Promise.all(confirming)), beside];
  const late = codeOf(taken) === "done" ? taken : await desk.book(rival, startsAt);
  return {
    state: String(await stateOf(held)),
    confirmed: answers.filter(({ status }) => status === 200).length,
    rivalHasIt: codeOf(late) === "done",
  };
}

describe("a hold that is booked while it lapses", () => {
  it("is booked or lapsed, never both, and its time is of one claim alone", async () => {
    const seen = new Set<string>();
    const rounds = [
      [0, 0],
      [2, 0],
      [0, 1],
      [0, 2],
      [0, 3],
      [0, 4],
      [0, 20],
    ] as const;
    for (const [early, answersFirst] of rounds) {
      const { state, confirmed, rivalHasIt } = await race(early, answersFirst);
      assert.match(state, /^(booked|lapsed)$/);
      assert.deepEqual([confirmed, rivalHasIt], state === "booked" ? [1, false] : [0, true]);
      assert.deepEqual(await violationsIn(desk.app.database as TestDatabase), []);
      seen.add(state);
      await tidyUp();
    }
    assert.deepEqual([...seen].toSorted(), ["booked", "lapsed"], "both ways were raced");
  });

  it("would be both if the step were not guarded by the state, and that is seen", async () => {
    const { held, rival, startsAt } = await heldAtLastBench();
    await desk.app.moveTo(hour.add({ minutes: 10 }).toString());
    assert.equal(codeOf(await desk.book(rival, startsAt)), "done");
    const [, device, no] = String(held).split("_");
    const turn = (state: string, closed: string) =>
      query(`update service.appointment set state = '${state}', closed_at = ${closed}
              where device_id = '${device}' and no = ${no}`);
    await turn("booked", "null");
    const found = await violationsIn(desk.app.database as TestDatabase);
    assert.deepEqual(
      found.map(({ invariant }) => invariant),
      [57],
    );
    await turn("lapsed", "now()");
    await tidyUp();
  });
});
