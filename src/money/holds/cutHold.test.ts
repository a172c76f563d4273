import assert, { deepEqual, equal } from "node:assert/strict";
import { before, describe, it } from "node:test";
import { holdRoots } from "../../../test/support/holdRoots.ts";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import type { TestDatabase } from "../../../test/support/testDatabase.ts";
import { testPlatform } from "../../../test/support/testPlatform.ts";
import {
  eventsOf,
  newId,
  type Platform,
  systemCaller,
  type TestClock,
  transact,
} from "../../platform/index.ts";
import { type AttemptKey, noteCall, prefixOf, resolveAttempt } from "../attempts/index.ts";
import type { About } from "../matter.ts";
import { matterOf } from "../matters.ts";
import { providerNamed } from "../providers/index.ts";
import { followHold } from "./followHold.ts";
import { holdOf } from "./holdStore.ts";
import { tellHold, wantHold } from "./wantHold.ts";

/** Where a process dies while it brings a try to its provider. */
const cuts = ["before the call is noted", "after it is noted", "after the provider did it"] as const;
type Cut = (typeof cuts)[number];
const METHOD = "test_success";

let platform: Platform;
let database: TestDatabase;
before(async () => {
  // Without money's reactions: the test itself is the queue, and kills it where it likes.
  ({ platform, database } = await testPlatform([holdRoots], { clock: "test" }));
});

async function openTries(rootId: string): Promise<AttemptKey[]> {
  const { rows } = await platform.database.pool.query<AttemptKey>(
    `select root_id as "rootId", about, about_no as no, no as "attemptNo"
       from money.attempt where root_id = $1 and state in ('pending', 'unknown') order by about, about_no`,
    [rootId],
  );
  return rows;
}

/**
 * Brings every open try to its end. Those about what is cut die once; then three jobs at once take them up
 * again.
 */
async function settle(rootId: string, about: About, cut: Cut): Promise<void> {
  for (let open = await openTries(rootId); open.length > 0; open = await openTries(rootId)) {
    for (const key of open) {
      if (key.about === about) {
        await die(key, cut);
      }
      const jobs = [1, 2, 3].map(() => resolveAttempt(platform, matterOf(key.about), key, providerNamed));
      await Promise.all(jobs);
    }
  }
}

async function die({ rootId, about, no, attemptNo }: AttemptKey, cut: Cut): Promise<void> {
  if (cut === "before the call is noted") {
    return;
  }
  await noteCall(platform.database, rootId, about, no, attemptNo, platform.clock.now());
  const asked = await matterOf(about).asked(platform.database, rootId, no);
  assert(asked !== undefined, "what is open is wanted");
  if (cut === "after the provider did it") {
    const key = `${prefixOf(about)}_${rootId}_${no}_${attemptNo}`;
    await providerNamed("test")?.carryOut(platform, { ...asked, about, key, method: METHOD });
  }
}

async function later(rootId: string, hours: number): Promise<void> {
  const clock = platform.clock as TestClock;
  await clock.set(platform.database.pool, platform.clock.now().add({ hours }));
  await transact(platform, systemCaller, (tx) => followHold(tx, rootId, 1));
}

/**
 * A hold that is placed, authorised anew once, and then captured, or released because the device came back.
 */
async function live(about: About, cut: Cut, end: "capture" | "release"): Promise<string> {
  const rootId = newId(platform.clock.now());
  const wanted = { subjectNo: 1, programme: "p", region: "US", amount: { amount: 14_900, currency: "USD" } };
  await transact(platform, systemCaller, (tx) => wantHold(tx, rootId, { ...wanted, method: METHOD }));
  await settle(rootId, about, cut);
  await transact(platform, systemCaller, async (tx) => {
    const hold = await holdOf(tx, rootId, 1);
    assert(hold !== undefined);
    await tellHold(tx, hold, { isNeeded: true, dueAt: tx.at.add({ hours: 150 }) });
  });
  await later(rootId, 130);
  await settle(rootId, about, cut);
  if (end === "release") {
    await transact(platform, systemCaller, async (tx) => {
      const hold = await holdOf(tx, rootId, 1);
      assert(hold !== undefined);
      await tellHold(tx, hold, { answer: "release" });
    });
  } else {
    await later(rootId, 21);
    await later(rootId, 73);
  }
  await settle(rootId, about, cut);
  return rootId;
}

describe("a process that dies while a hold is", () => {
  for (const [what, about] of [
    ["placed or renewed", "hold"],
    ["captured", "capture"],
    ["released", "release"],
  ] as const) {
    for (const cut of cuts) {
      for (const end of ["capture", "release"] as const) {
        it(`${what}, ${cut}, of one that ends with its ${end}: each is done once`, async () => {
          const rootId = await live(about, cut, end);
          const hold = await holdOf(platform.database, rootId, 1);
          equal(hold?.state, end === "capture" ? "captured" : "released");
          deepEqual(
            hold?.authorisations.map(({ state }) => state),
            ["released", end === "capture" ? "captured" : "released"],
          );
          const { rows } = await platform.database.pool.query<{ about: string; count: number }>(
            `select about, count(*)::integer as count from money.test_payment
              where split_part(key, '_', 2) = $1 and outcome = 'succeeded' group by about order by about`,
            [rootId],
          );
          const moved = Object.fromEntries(rows.map(({ about: moves, count }) => [moves, count]));
          deepEqual(moved, end === "capture" ? { capture: 1, hold: 2, release: 1 } : { hold: 2, release: 2 });
          const types = (await eventsOf(platform.database, rootId)).map(({ type }) => type);
          const count = (type: string) => types.filter((found) => found === type).length;
          deepEqual([count("HoldPlaced"), count("HoldRenewed")], [1, 1]);
          equal(count("HoldCaptured") + count("HoldReleased"), 1);
        });
      }
    }
  }

  it("breaks no invariant", async () => {
    deepEqual(await invariantSweep(database), []);
  });
});
