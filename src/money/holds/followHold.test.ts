import assert, { deepEqual, equal } from "node:assert/strict";
import { before, describe, it } from "node:test";
import { holdRoots } from "../../../test/support/holdRoots.ts";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";
import { testPlatform } from "../../../test/support/testPlatform.ts";
import {
  advanceTestClock,
  deadlinesOf,
  eventsOf,
  newId,
  type Platform,
  perform,
  systemCaller,
  type TestClock,
  transact,
} from "../../platform/index.ts";
import { captureHold, releaseHold, remindHold } from "../holdRoutes.ts";
import { money } from "../index.ts";
import type { Hold } from "./hold.ts";
import { holdOf } from "./holdStore.ts";
import { holdId } from "./holdView.ts";
import { type HoldNews, tellHold, tryCard, wantHold } from "./wantHold.ts";

const AMOUNT = { amount: 14_900, currency: "USD" };
let platform: Platform;
let database: TestDatabase;

before(async () => {
  ({ platform, database } = await testPlatform([holdRoots, money], { clock: "test" }));
});

/** A hold of a fresh root, placed by a method of the test bank. */
async function place(method = "test_success"): Promise<string> {
  const rootId = newId(platform.clock.now());
  await transact(platform, systemCaller, async (tx) => {
    const subject = { subjectNo: 1, programme: "dji-express", region: "US" };
    const wanted = await wantHold(tx, rootId, { ...subject, amount: AMOUNT, method });
    assert.equal(wanted.refused, undefined);
  });
  await platform.jobs.drained();
  return rootId;
}

async function see(rootId: string): Promise<Hold> {
  const hold = await holdOf(platform.database, rootId, 1);
  assert(hold !== undefined);
  return hold;
}

async function tell(rootId: string, news: HoldNews): Promise<void> {
  await transact(platform, systemCaller, async (tx) => {
    await tellHold(tx, await see(rootId), news);
  });
  await platform.jobs.drained();
}

async function days(count: number): Promise<void> {
  await advanceTestClock(
    platform,
    platform.clock as TestClock,
    platform.clock.now().add({ hours: Math.round(24 * count) }),
  );
  await platform.jobs.drained();
}

/** The replacement has left: two weeks from now it must be back, and four days before there is a reminder. */
async function ship(rootId: string): Promise<void> {
  const dueAt = platform.clock.now().add({ hours: 14 * 24 });
  await tell(rootId, { isNeeded: true, dueAt, remindAt: dueAt.subtract({ hours: 96 }) });
}

/** Types of the events of a root, those of single tries left out. */
async function story(rootId: string): Promise<string[]> {
  const events = await eventsOf(platform.database, rootId);
  return events
    .filter(({ type }) => !/(Started|Unknown)$/.test(type))
    .map(({ type, body }) => (type === "HoldNotice" ? `HoldNotice ${body.kind}` : type));
}

const states = ({ authorisations }: Hold) => authorisations.map(({ state }) => state);

describe("a hold", () => {
  it("that comes back in time is released, and authorised anew on the way", async () => {
    const rootId = await place();
    await ship(rootId);
    await days(12);
    const waiting = await see(rootId);
    deepEqual(states(waiting), ["released", "released", "placed"]);
    await tell(rootId, { answer: "release" });
    const over = await see(rootId);
    deepEqual([over.state, states(over)], ["released", ["released", "released", "released"]]);
    deepEqual(await story(rootId), [
      ...["HoldPlaced", "HoldRenewed", "HoldNotice reminder", "HoldRenewed", "HoldReleased"],
    ]);
    deepEqual(await deadlinesOf(platform.database, rootId), []);
  });

  it("that does not is captured after the deadline, the notice, and not before", async () => {
    const rootId = await place();
    await ship(rootId);
    await days(13.9);
    equal((await see(rootId)).noticedAt, null);
    await days(0.2);
    const noticed = await see(rootId);
    assert(noticed.noticedAt !== null && noticed.state === "placed");
    await days(2.8);
    equal((await see(rootId)).state, "placed");
    await days(0.3);
    const taken = await see(rootId);
    deepEqual([taken.state, taken.capturedMinor, taken.reason], ["captured", 14_900, "late"]);
    assert(states(taken).every((state) => state === "released" || state === "captured"));
    deepEqual((await story(rootId)).slice(-3), ["HoldNotice capture", "HoldRenewed", "HoldCaptured"]);
  });

  it("asks for another card when one says no, tells a person, and lapses when there is none", async () => {
    const rootId = await place("test_hold_short");
    await transact(platform, systemCaller, async (tx) => {
      const tried = await tryCard(tx, await see(rootId), "test_hold_declined");
      equal(tried.refused, undefined);
    });
    await platform.jobs.drained();
    const refused = await see(rootId);
    deepEqual(
      [refused.state, refused.attention, states(refused)],
      ["placed", "renewal_declined", ["placed", "failed"]],
    );
    assert((await story(rootId)).includes("HoldNotice card"));
    await days(2);
    const lapsed = await see(rootId);
    deepEqual([lapsed.state, lapsed.capturedMinor], ["lapsed", 0]);
    equal((await story(rootId)).at(-1), "HoldLapsed");
  });

  it("that is captured in part gives the rest back", async () => {
    const rootId = await place();
    await ship(rootId);
    await tell(rootId, { answer: "ask" });
    const id = holdId({ rootId, no: 1 });
    const capture = (amount: number) =>
      perform(platform, systemCaller, captureHold, { id, amount, reason: "The propellers did not come." });
    equal((await capture(4_000)).refused?.code, "hold_not_due");
    await days(14.1);
    equal((await capture(4_000)).refused?.code, "hold_notice_runs");
    equal((await perform(platform, systemCaller, remindHold, { id })).refused?.code, "hold_noticed");
    await days(3);
    equal((await capture(15_000)).refused?.code, "hold_above_authorised");
    equal((await capture(4_000)).refused, undefined);
    equal((await capture(4_000)).refused?.code, "hold_underway");
    await platform.jobs.drained();
    const taken = await see(rootId);
    deepEqual([taken.state, taken.capturedMinor], ["captured", 4_000]);
    equal((await capture(4_000)).refused?.code, "hold_over");
    equal((await perform(platform, systemCaller, releaseHold, { id })).refused?.code, "hold_over");
  });

  for (const method of ["test_hold_unknown", "test_hold_pending", "test_hold_unheard"]) {
    it(`is placed once, whatever became of the answer: ${method}`, async () => {
      const rootId = await place(method);
      await days(0.1);
      deepEqual(states(await see(rootId)), ["placed"]);
      await tell(rootId, { answer: "release" });
      await days(0.1);
      equal((await see(rootId)).state, "released");
    });
  }

  for (const method of ["test_capture_unknown", "test_capture_pending", "test_capture_unheard"]) {
    it(`is captured once, whatever became of the answer: ${method}`, async () => {
      const rootId = await place(method);
      await ship(rootId);
      await days(18);
      const taken = await see(rootId);
      deepEqual([taken.state, taken.capturedMinor], ["captured", 14_900]);
      equal(states(taken).filter((state) => state === "captured").length, 1);
    });
  }

  it("whose capture the bank declines waits for a person, and is released when nobody comes", async () => {
    const rootId = await place("test_capture_declined");
    await ship(rootId);
    await days(18);
    const refused = await see(rootId);
    deepEqual([refused.state, refused.attention], ["placed", "capture_declined"]);
    await days(30);
    const over = await see(rootId);
    deepEqual([over.state, over.reason], ["released", "not_settled"]);
  });

  it("whose release the bank declines is forgotten by the card", async () => {
    const rootId = await place("test_release_declined");
    await tell(rootId, { answer: "release" });
    await days(8);
    const over = await see(rootId);
    deepEqual([over.state, states(over)], ["released", ["lapsed"]]);
  });

  it("is wanted once per claim", async () => {
    const rootId = await place();
    const subject = { subjectNo: 1, programme: "dji-express", region: "US" };
    const again = await transact(platform, systemCaller, (tx) =>
      wantHold(tx, rootId, { ...subject, amount: AMOUNT, method: "test_success" }),
    );
    equal(again.refused?.code, "hold_underway");
  });

  it("breaks no invariant", async () => {
    deepEqual(await invariantSweep(database), []);
  });
});
