import assert, { deepEqual } from "node:assert/strict";
import { before, test } from "node:test";
import fc from "fast-check";
import { holdRoots } from "../../../test/support/holdRoots.ts";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";
import { testPlatform } from "../../../test/support/testPlatform.ts";
import {
  advanceTestClock,
  lockRoot,
  newId,
  type Platform,
  systemCaller,
  type TestClock,
  transact,
} from "../../platform/index.ts";
import { money } from "../index.ts";
import { type Hold, isFinal } from "./hold.ts";
import { holdOf } from "./holdStore.ts";
import { NOTICE_HOURS } from "./holdTimes.ts";
import { giveUpHold, tellHold, wantHold } from "./wantHold.ts";

/** What the bank does: what is asked for succeeds sooner or later, so that there is no excuse for a gap. */
const METHODS = [
  ...["test_success", "test_hold_short", "test_hold_unknown", "test_hold_pending", "test_hold_unheard"],
  ...["test_capture_unknown", "test_capture_pending", "test_release_unknown", "test_release_declined"],
];

const life = fc.record({
  method: fc.constantFrom(...METHODS),
  shippedAfterHours: fc.integer({ min: 1, max: 240 }),
  returnDays: fc.constantFrom(7, 14, 30),
  /** Undefined: it never comes. */
  backAfterHours: fc.option(fc.integer({ min: 1, max: 30 * 24 }), { nil: undefined }),
  answer: fc.constantFrom("release" as const, "release" as const, "capture" as const, "ask" as const),
  isCancelled: fc.oneof({ weight: 7, arbitrary: fc.constant(false) }, fc.constant(true)),
});
const LIVES = 24;
const HORIZON_HOURS = 120 * 24;

let platform: Platform;
let database: TestDatabase;
before(async () => {
  ({ platform, database } = await testPlatform([holdRoots, money], { clock: "test" }));
});

/** Something done to a hold at an hour. */
interface Step {
  readonly hour: number;
  readonly rootId: string;
  readonly act: (tx: Parameters<typeof tellHold>[0], hold: Hold) => Promise<void>;
}

function stepsOf(rootId: string, one: ReturnType<typeof sampled>[number]): Step[] {
  const { shippedAfterHours, returnDays, backAfterHours, answer, isCancelled } = one;
  if (isCancelled) {
    return [{ hour: shippedAfterHours, rootId, act: (tx, hold) => giveUpHold(tx, hold, "claim_cancelled") }];
  }
  const ship: Step["act"] = (tx, hold) => {
    const dueAt = tx.at.add({ hours: returnDays * 24 });
    return tellHold(tx, hold, { dueAt, remindAt: dueAt.subtract({ hours: 96 }) });
  };
  const back = shippedAfterHours + (backAfterHours ?? 0);
  return [
    { hour: 1, rootId, act: (tx, hold) => tellHold(tx, hold, { isNeeded: true }) },
    { hour: shippedAfterHours + 1, rootId, act: ship },
    ...(backAfterHours === undefined
      ? []
      : [{ hour: back + 1, rootId, act: (tx, hold) => tellHold(tx, hold, { answer }) } satisfies Step]),
  ];
}

const sampled = () => fc.sample(life, { numRuns: LIVES, seed: 20_261_121 });

test("through the database and the test bank: no gap, nothing early, nothing left", async () => {
  const start = platform.clock.now();
  const steps: Step[] = [];
  for (const one of sampled()) {
    const rootId = newId(start);
    const wanted = {
      subjectNo: 1,
      programme: "p",
      region: "US",
      amount: { amount: 14_900, currency: "USD" },
    };
    await transact(platform, systemCaller, (tx) => wantHold(tx, rootId, { ...wanted, method: one.method }));
    steps.push(...stepsOf(rootId, one));
  }
  const moveTo = (hour: number) =>
    advanceTestClock(platform, platform.clock as TestClock, start.add({ hours: hour }));
  for (const { hour, rootId, act } of steps.toSorted((a, b) => a.hour - b.hour)) {
    await moveTo(hour);
    await transact(platform, systemCaller, async (tx) => {
      await lockRoot(tx, rootId);
      const hold = await holdOf(tx, rootId, 1);
      assert(hold !== undefined);
      if (!isFinal(hold.state)) {
        await act(tx, hold);
      }
    });
  }
  await moveTo(HORIZON_HOURS);
  await platform.jobs.drained();
  deepEqual(await faultsIn(), []);
  deepEqual(await invariantSweep(database), []);
});

/**
 * Asks the tables themselves: gaps in the chain of authorisations, captures before the notice, holds that are
 * open.
 */
async function faultsIn(): Promise<unknown[]> {
  const { rows } = await platform.database.pool.query(
    `select h.root_id, h.state, wrong.how
       from money.hold h
       cross join lateral (
         values ('is left', h.state in ('wanted', 'placed')
                  or (h.state = 'lapsed' and h.needed_at is not null)),
                ('was captured early', h.state = 'captured'
                  and (h.ending_at < h.due_at
                       or h.ending_at < h.noticed_at + make_interval(hours => ${NOTICE_HOURS}))),
                ('had a gap', exists (
                  select from money.authorisation a
                   where a.root_id = h.root_id and a.hold_no = h.no and a.state <> 'failed'
                     and h.needed_at is not null
                     and least(a.capture_before, a.closed_at) < h.ending_at
                     and not exists (
                       select from money.authorisation b
                        where b.root_id = a.root_id and b.hold_no = a.hold_no and b.no > a.no
                          and b.asked_at <= least(a.capture_before, a.closed_at)
                          and least(b.capture_before, b.closed_at) > least(a.capture_before, a.closed_at))))
       ) as wrong(how, is_so)
      where wrong.is_so`,
  );
  return rows;
}
