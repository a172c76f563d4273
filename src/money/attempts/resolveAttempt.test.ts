import assert, { deepEqual, equal, rejects } from "node:assert/strict";
import { before, test } from "node:test";
import fc from "fast-check";
import { planLines } from "../../../test/support/chargeLines.ts";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import { testPlatform } from "../../../test/support/testPlatform.ts";
import { lockTestRoot, testRoots } from "../../../test/support/testRoots.ts";
import { deadlinesOf, eventsOf, newId, type Platform, systemCaller, transact } from "../../platform/index.ts";
import { chargeMatter } from "../charges/chargeMatter.ts";
import { chargeOf, createCharge, startPayment } from "../index.ts";
import type { Provider, ProviderAnswer } from "../matter.ts";
import type { AttemptKey } from "./attempt.ts";
import { noteCall } from "./attemptStore.ts";
import { resolveAttempt } from "./resolveAttempt.ts";

/**
 * What the bank writes in its books when it first hears of a key, and how it answers the calls one by one.
 */
interface Weather {
  readonly books: "succeeded" | "failed" | "pending" | "nothing";
  readonly answers: readonly ("honest" | "lost" | "broken" | "late")[];
  /** Whether what is pending ends well. */
  readonly endsWell: boolean;
}

/** A step in the life of one try: jobs at once, or a process that dies before or after it called the bank. */
type Step = { readonly jobs: number } | { readonly dies: "before" | "after" };

const weather: fc.Arbitrary<Weather> = fc.record({
  books: fc.constantFrom("succeeded", "failed", "pending", "nothing"),
  answers: fc.array(fc.constantFrom("honest", "lost", "broken", "late"), { maxLength: 6 }),
  endsWell: fc.boolean(),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ jobs: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ dies: fc.constantFrom("before", "after") }),
);
const life = fc.array(fc.record({ weather, steps: fc.array(step, { maxLength: 4 }) }), {
  minLength: 1,
  maxLength: 3,
});

let platform: Platform;
let database: { readonly address: object };

before(async () => {
  // Without money's reactions: the test itself is the queue, with every order of events a queue can have.
  ({ platform, database } = await testPlatform([testRoots], { clock: "test" }));
});

test("whatever a provider does, no charge is captured twice and every unknown is resolved", async () => {
  await fc.assert(
    fc.asyncProperty(life, (tries) => liveAndLook(tries)),
    { numRuns: 60 },
  );
  deepEqual(await invariantSweep(database), []);
});

test("the look at the end sees a bank that forgets its keys", async () => {
  const willing = life.map((tries) =>
    tries.map((one) => ({ ...one, weather: { ...one.weather, books: "succeeded" as const } })),
  );
  const forgetful = fc.asyncProperty(willing, (tries) => liveAndLook(tries, "forgets keys"));
  await rejects(fc.assert(forgetful, { numRuns: 200, endOnFailure: true }), ({ cause }: Error) =>
    /taken twice/.test(String(cause)),
  );
});

async function liveAndLook(
  tries: readonly { weather: Weather; steps: readonly Step[] }[],
  habit?: "forgets keys",
): Promise<void> {
  const rootId = newId(platform.clock.now());
  await transact(platform, systemCaller, (tx) =>
    createCharge(tx, rootId, {
      purpose: "renewal",
      subjectNo: 1,
      amount: { amount: 5_900, currency: "EUR" },
      lines: planLines(1, 4_797, 1_103),
    }),
  );
  const taken: string[] = [];
  for (const { weather: bad, steps } of tries) {
    const attemptNo = await start(rootId);
    if (attemptNo === undefined) {
      break;
    }
    const bank = openBank(bad, taken, habit);
    for (const one of steps) {
      await take(one, { rootId, about: "charge", no: 1, attemptNo }, bank);
    }
    bank.clearsUp();
    // What is still open is asked about at its deadlines, until the bank has made up its mind.
    for (let ask = 0; ask < 3; ask += 1) {
      await resolveAttempt(platform, chargeMatter, { rootId, about: "charge", no: 1, attemptNo }, () => bank);
    }
    await look(rootId, taken);
  }
}

async function start(rootId: string): Promise<number | undefined> {
  return await transact(platform, systemCaller, async (tx) => {
    await lockTestRoot(tx, rootId);
    const charge = await chargeOf(tx, rootId, 1);
    assert(charge !== undefined);
    const { refused } = await startPayment(tx, charge, "test_success");
    return refused === undefined ? (charge.attempt?.no ?? 0) + 1 : undefined;
  });
}

async function take(one: Step, key: AttemptKey, bank: Provider): Promise<void> {
  const { rootId, about, no, attemptNo } = key;
  if ("jobs" in one) {
    await Promise.all(
      Array.from({ length: one.jobs }, () => resolveAttempt(platform, chargeMatter, key, () => bank)),
    );
    return;
  }
  const first = await noteCall(platform.database, rootId, about, no, attemptNo, platform.clock.now());
  if (first !== undefined && one.dies === "after") {
    const amount = { amount: 5_900, currency: "EUR" };
    const asked = {
      about,
      key: `chg_${rootId}_1_${attemptNo}`,
      amount,
      method: "test_success",
      reference: "",
    };
    await bank.carryOut(platform, asked).catch(() => undefined);
  }
}

/**
 * After the weather has cleared: ended, captured exactly if money was taken, told exactly once, nothing
 * left to ask.
 */
async function look(rootId: string, taken: readonly string[]): Promise<void> {
  const charge = await chargeOf(platform.database, rootId, 1);
  assert(charge !== undefined && charge.attempt !== null);
  assert(taken.length <= 1, "money was taken twice");
  assert(["succeeded", "failed"].includes(charge.attempt.state), `left ${charge.attempt.state}`);
  equal(charge.state, taken.length === 1 ? "captured" : "open");
  const types = (await eventsOf(platform.database, rootId)).map((event) => event.type);
  const count = (type: string) => types.filter((found) => found === type).length;
  equal(count("ChargeCaptured"), taken.length);
  equal(count("ChargeCaptured") + count("PaymentFailed"), charge.attempt.no);
  assert(count("PaymentUnknown") <= charge.attempt.no);
  equal((await deadlinesOf(platform.database, rootId)).length, 0);
}

/** A bank of the world outside: it honours keys, and answers as the weather is. */
function openBank(bad: Weather, taken: string[], habit?: "forgets keys"): Provider & { clearsUp(): void } {
  const books = new Map<string, ProviderAnswer["outcome"]>();
  const answers = [...bad.answers];
  let clear = false;
  const answer = async (key: string): Promise<ProviderAnswer | undefined> => {
    const how = clear ? "honest" : answers.shift();
    const outcome = books.get(key);
    if (how === "lost") {
      return { outcome: "unknown" };
    }
    if (how === "broken") {
      throw new Error("the line is dead");
    }
    if (how === "late") {
      await new Promise((resolve) => setImmediate(resolve));
    }
    return outcome === undefined ? undefined : { outcome, providerRef: `ref_${key}` };
  };
  const write = (key: string, outcome: ProviderAnswer["outcome"]) => {
    books.set(key, outcome);
    if (outcome === "succeeded") {
      taken.push(key);
    }
  };
  const settle = (key: string) => {
    if (books.get(key) === "pending") {
      write(key, bad.endsWell ? "succeeded" : "failed");
    }
  };
  return {
    name: "weather",
    methods: [],
    clearsUp: () => {
      clear = true;
    },
    carryOut: async (_, { key }) => {
      if (!books.has(key) && (bad.books !== "nothing" || clear)) {
        write(key, bad.books === "nothing" ? "failed" : bad.books);
      }
      return (await answer(key)) ?? { outcome: "unknown" };
    },
    ask: async (_, { key }) => {
      if (habit === "forgets keys") {
        books.delete(key);
      }
      settle(key);
      return await answer(key);
    },
  };
}
