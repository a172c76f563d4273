import { deepEqual, equal, rejects } from "node:assert/strict";
import { before, test } from "node:test";
import { feeLines } from "../../../test/support/chargeLines.ts";
import { testPlatform } from "../../../test/support/testPlatform.ts";
import { lockTestRoot, testRoots } from "../../../test/support/testRoots.ts";
import {
  advanceTestClock,
  type Decision,
  eventsOf,
  newId,
  type Platform,
  systemCaller,
  type TestClock,
  transact,
} from "../../platform/index.ts";
import {
  type ChargeView,
  cancelCharge,
  chargeOf,
  createCharge,
  money,
  settlePayment,
  startPayment,
} from "../index.ts";

const fee = { amount: 11_900, currency: "PLN" };
let platform: Platform;

before(async () => {
  ({ platform } = await testPlatform([testRoots, money], { clock: "test" }));
});

test("each method of the test provider ends as its name says", async () => {
  const ends = [
    ["test_success", "captured", "succeeded", null],
    ["test_declined", "open", "failed", "declined"],
    ["test_unknown", "captured", "succeeded", null],
    ["test_unknown_declined", "open", "failed", "declined"],
    ["test_pending", "open", "pending", null],
  ] as const;
  for (const [method, charge, payment, reason] of ends) {
    const paid = await pay(await owe(), method);
    deepEqual([method, paid.state, paid.payment], [method, charge, { method, state: payment, reason }]);
  }
});

test("a pending payment is asked about when its time comes", async () => {
  const rootId = await owe();
  await pay(rootId, "test_pending");
  const clock = platform.clock as TestClock;
  await advanceTestClock(platform, clock, clock.now().add({ minutes: 1 }));
  await platform.jobs.drained();
  equal((await chargeOf(platform.database, rootId, 1))?.state, "captured");
  deepEqual(await types(rootId), ["PaymentStarted", "ChargeCaptured"]);
});

test("a lost answer is told, asked about at once, and told as captured", async () => {
  const rootId = await owe();
  await pay(rootId, "test_unknown");
  deepEqual(await types(rootId), ["PaymentStarted", "PaymentUnknown", "ChargeCaptured"]);
});

test("after a failed try another one may take the money, once", async () => {
  const rootId = await owe();
  await pay(rootId, "test_declined");
  equal((await pay(rootId, "test_success")).state, "captured");
  equal((await start(rootId, "test_success")).refused?.code, "charge_captured");
  deepEqual(await types(rootId), ["PaymentStarted", "PaymentFailed", "PaymentStarted", "ChargeCaptured"]);
});

test("twenty payers at once start one payment", async () => {
  const rootId = await owe();
  const decisions = await Promise.all(Array.from({ length: 20 }, () => start(rootId, "test_success")));
  equal(decisions.filter((decision) => decision.refused === undefined).length, 1);
  await platform.jobs.drained();
  deepEqual(await types(rootId), ["PaymentStarted", "ChargeCaptured"]);
});

test("what is pending cannot be given up, what is open can, and then not be paid", async () => {
  const rootId = await owe();
  await pay(rootId, "test_pending");
  equal((await cancel(rootId)).refused?.code, "payment_underway");
  const other = await owe();
  equal((await cancel(other)).accepted?.type, "ChargeCancelled");
  equal((await start(other, "test_success")).refused?.code, "charge_cancelled");
  deepEqual(await types(other), ["ChargeCancelled"]);
});

test("a charge of nothing is captured at once, without a provider", async () => {
  const rootId = await owe(0);
  equal((await chargeOf(platform.database, rootId, 1))?.state, "captured");
  const [event] = await eventsOf(platform.database, rootId);
  deepEqual(event?.body, {
    ...{ purpose: "claim_fee", subjectNo: 1, chargeNo: 1, attemptNo: null },
    ...{ amount: { amount: 0, currency: "PLN" }, provider: "none" },
  });
});

test("an unknown method is a fault of the request, named with the ones there are", async () => {
  const rootId = await owe();
  await rejects(start(rootId, "cowries"), {
    status: 400,
    faults: [
      {
        pointer: "/method",
        code: "unknown_method",
        message:
          "Pay by one of: test_success, test_declined, test_pending, test_unknown, test_unknown_declined, " +
          "test_three_d_secure.",
      },
    ],
  });
});

test("where customers come, the test bank takes nothing", async () => {
  const rootId = await owe();
  const open: Platform = { ...platform, config: { ...platform.config, testPayments: "off" } };
  const started = transact(open, systemCaller, async (tx) => {
    await lockTestRoot(tx, rootId);
    const charge = await chargeOf(tx, rootId, 1);
    return charge && (await startPayment(tx, charge, "test_success"));
  });
  await rejects(started, { status: 400, message: /no way to pay yet/ });
});

test("nothing is owed twice for the same thing", async () => {
  const rootId = await owe();
  await rejects(oweOn(rootId), /live charge for this claim_fee/);
});

async function owe(amount: number = fee.amount): Promise<string> {
  const rootId = newId(platform.clock.now());
  await oweOn(rootId, amount);
  return rootId;
}

async function oweOn(rootId: string, amount: number = fee.amount): Promise<void> {
  const charge = { purpose: "claim_fee", subjectNo: 1, amount: { ...fee, amount } } as const;
  const lines = feeLines(amount);
  await transact(platform, systemCaller, (tx) => createCharge(tx, rootId, { ...charge, lines }));
}

async function start(rootId: string, method: string): Promise<Decision<ChargeView>> {
  return await transact(platform, systemCaller, async (tx) => {
    await lockTestRoot(tx, rootId);
    const charge = await chargeOf(tx, rootId, 1);
    return await startPayment(tx, charge as NonNullable<typeof charge>, method);
  });
}

async function pay(rootId: string, method: string): Promise<ChargeView> {
  const { accepted } = await start(rootId, method);
  return await settlePayment(platform, systemCaller, accepted as ChargeView);
}

async function cancel(rootId: string): ReturnType<typeof cancelCharge> {
  return await transact(platform, systemCaller, async (tx) => {
    await lockTestRoot(tx, rootId);
    const charge = await chargeOf(tx, rootId, 1);
    return await cancelCharge(tx, charge as NonNullable<typeof charge>);
  });
}

async function types(rootId: string): Promise<string[]> {
  return (await eventsOf(platform.database, rootId)).map((event) => event.type);
}
