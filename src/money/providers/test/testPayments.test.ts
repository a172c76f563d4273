import { deepEqual, equal } from "node:assert/strict";
import { before, test } from "node:test";
import { feeLines } from "../../../../test/support/chargeLines.ts";
import { testPlatform } from "../../../../test/support/testPlatform.ts";
import { lockTestRoot, testRoots } from "../../../../test/support/testRoots.ts";
import {
  advanceTestClock,
  eventsOf,
  newId,
  type Platform,
  systemCaller,
  type TestClock,
  transact,
} from "../../../platform/index.ts";
import { chargeOf, createCharge, money, startPayment } from "../../index.ts";
import { MENU } from "./menu.ts";
import { decideAsPayer } from "./testProvider.ts";

let platform: Platform;

before(async () => {
  ({ platform } = await testPlatform([testRoots, money], { clock: "test" }));
});

/** How a charge stands when its method has lived for a minute, and after three days. */
const ENDS: Readonly<Record<string, readonly [soon: string, later: string]>> = {
  test_success: ["captured", "captured"],
  test_declined: ["failed", "failed"],
  test_pending: ["captured", "captured"],
  test_pending_declined: ["failed", "failed"],
  test_unknown: ["captured", "captured"],
  test_unknown_declined: ["failed", "failed"],
  test_unheard: ["captured", "captured"],
  test_duplicate_message: ["captured", "captured"],
  test_late_message: ["pending", "captured"],
  test_unordered_messages: ["pending", "captured"],
  test_lost_message: ["captured", "captured"],
  test_wrong_amount: ["unknown", "failed"],
  test_wrong_currency: ["unknown", "failed"],
  test_three_d_secure: ["pending", "failed"],
  test_authentication_required: ["failed", "failed"],
  test_dispute_won: ["captured", "captured"],
  test_dispute_lost: ["captured", "captured"],
};

test("every payment of the menu ends as it says, and is captured at most once", async () => {
  const methods = MENU.filter(({ about }) => about === "charge").map(({ method }) => method);
  deepEqual(methods.toSorted(), Object.keys(ENDS).toSorted());
  const roots = new Map<string, string>();
  for (const method of methods) {
    roots.set(method, await pay(method));
  }
  await wait({ minutes: 1 });
  deepEqual(await stands(roots), each(0));
  await wait({ hours: 72 });
  deepEqual(await stands(roots), each(1));
  for (const [method, rootId] of roots) {
    const types = (await eventsOf(platform.database, rootId)).map(({ type }) => type);
    const captured = types.filter((type) => type === "ChargeCaptured").length;
    equal(captured, ENDS[method]?.[1] === "captured" ? 1 : 0, method);
    const told = types.filter((type) => type === "PaymentMismatched").length;
    equal(told, method.startsWith("test_wrong") ? 1 : 0, method);
  }
});

test("the payer says yes or no on the bank's page", async () => {
  for (const [isYes, ends] of [
    [true, "captured"],
    [false, "failed"],
  ] as const) {
    const rootId = await pay("test_three_d_secure");
    const charge = await chargeOf(platform.database, rootId, 1);
    const ref = charge?.attempt?.nextUrl?.split("/").at(-1) ?? "";
    equal(await decideAsPayer(platform, ref, isYes), true);
    equal(await decideAsPayer(platform, ref, !isYes), false, "it is decided once");
    await wait({ minutes: 60 });
    deepEqual(await stands(new Map([["", rootId]])), { "": ends });
  }
});

function each(place: 0 | 1): Record<string, string> {
  return Object.fromEntries(Object.entries(ENDS).map(([method, ends]) => [method, ends[place]]));
}

async function stands(roots: ReadonlyMap<string, string>): Promise<Record<string, string>> {
  const states: Record<string, string> = {};
  for (const [method, rootId] of roots) {
    const charge = await chargeOf(platform.database, rootId, 1);
    states[method] = charge?.state === "captured" ? "captured" : (charge?.attempt?.state ?? "");
  }
  return states;
}

async function pay(method: string): Promise<string> {
  const rootId = newId(platform.clock.now());
  await transact(platform, systemCaller, async (tx) => {
    const amount = { amount: 4_425, currency: "EUR" };
    const charge = await createCharge(tx, rootId, {
      ...{ purpose: "claim_fee", subjectNo: 1, amount, lines: feeLines(4_425) },
    });
    await lockTestRoot(tx, rootId);
    await startPayment(tx, charge, method);
  });
  await platform.jobs.drained();
  return rootId;
}

async function wait(time: { minutes: number } | { hours: number }): Promise<void> {
  const clock = platform.clock as TestClock;
  await advanceTestClock(platform, clock, clock.now().add(time));
  await platform.jobs.drained();
}
