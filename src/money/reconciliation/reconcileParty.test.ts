import { deepEqual, equal } from "node:assert/strict";
import { before, describe, test } from "node:test";
import { feeLines } from "../../../test/support/chargeLines.ts";
import { ownerQuery } from "../../../test/support/ownerQuery.ts";
import { testPlatform } from "../../../test/support/testPlatform.ts";
import { lockTestRoot, testRoots } from "../../../test/support/testRoots.ts";
import { newId, type Platform, systemCaller, transact } from "../../platform/index.ts";
import { createCharge, money, startPayment } from "../index.ts";
import { pageOfDifferences } from "./differenceStore.ts";
import { reconcileParty } from "./reconcileParty.ts";

let platform: Platform;
let database: { readonly address: object };
before(async () => {
  ({ platform, database } = await testPlatform([testRoots, money], { clock: "test" }));
});

test("smoke", async () => {
  const rootId = newId(platform.clock.now());
  await transact(platform, systemCaller, async (tx) => {
    const amount = { amount: 5900, currency: "EUR" };
    const charge = await createCharge(tx, rootId, {
      purpose: "claim_fee",
      subjectNo: 1,
      amount,
      lines: feeLines(5900),
    });
    await startPayment(tx, charge, "test_success");
  });
  await platform.jobs.drained();
  for (const [kind, party] of [
    ["provider", "test"],
    ["own", "books"],
    ["bank", "x"],
    ["carrier", "dpd"],
    ["reseller", "r"],
  ] as const) {
    await reconcileParty.run(platform, { night: "2026-11-21", kind, party });
  }
  const rows = await pageOfDifferences(platform.database, null, null, null, null, null, null, null, 10);
  console.log(rows, await ownerQuery(database, "select * from money.reconciliation"));
});
