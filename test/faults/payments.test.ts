import { deepEqual, equal, ok } from "node:assert/strict";
import { before, describe, it } from "node:test";
import type { Platform } from "../../src/platform/index.ts";
import { invariantSweep } from "../support/invariantSweep.ts";
import type { TestDatabase } from "../support/testDatabase.ts";
import { testPlatform } from "../support/testPlatform.ts";
import { testRoots } from "../support/testRoots.ts";
import { messages, simulatePayments } from "./payments/simulatePayments.ts";

describe("payments at a bank in a storm", () => {
  let platform: Platform;
  let database: TestDatabase;
  before(async () => {
    ({ platform, database } = await testPlatform([testRoots, messages], { clock: "test" }));
  });

  it("are never taken twice, never lost, and all known in the end; so are their refunds", async (t) => {
    const seed = process.pid;
    t.diagnostic(`payments seed=${seed}`);
    const came = await simulatePayments(platform, { payments: 150, seed });
    const { doubled, lost, unresolved } = came;
    deepEqual({ doubled, lost, unresolved }, { doubled: [], lost: [], unresolved: [] });
    equal(came.clearingMinor, came.bankMinor, "the ledger holds what the bank holds for us");
    ok(came.captured > 50 && came.refunded > 10);
    deepEqual(await invariantSweep(database), []);
  });

  it("are taken twice by a bank that forgets its keys, and the simulation says so", async () => {
    const { doubled } = await simulatePayments(platform, { payments: 60, seed: 1, forgetsKeys: true });
    ok(doubled.length > 0);
  });
});
