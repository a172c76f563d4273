import assert, { deepEqual, equal } from "node:assert/strict";
import { before, test } from "node:test";
import { holdRoots } from "../../../test/support/holdRoots.ts";
import { invariantSweep } from "../../../test/support/invariantSweep.ts";
import { finishSession } from "../../../test/support/stripe/stripeBooks.ts";
import { type StripeStandIn, stripeStandIn } from "../../../test/support/stripe/stripeStandIn.ts";
import { atEnd, type TestDatabase } from "../../../test/support/testDatabase.ts";
import { testPlatform } from "../../../test/support/testPlatform.ts";
import {
  advanceTestClock,
  eventsOf,
  lockRoot,
  newId,
  type Platform,
  systemCaller,
  type TestClock,
  type Tx,
  transact,
} from "../../platform/index.ts";
import { money } from "../index.ts";
import type { Hold } from "./hold.ts";
import { holdOf } from "./holdStore.ts";
import { giveUpHold, tellHold, wantHold } from "./wantHold.ts";

/** Before all that the stand-in's cards keep is forgotten, on 15 January 2027. */
const BEGAN = "2026-12-20T10:00:00Z";

let platform: Platform;
let database: TestDatabase;
let stripe: StripeStandIn;
before(async () => {
  stripe = await stripeStandIn();
  atEnd(() => stripe.close());
  const settings = { stripeKey: "sk_test_standin", stripeUrl: stripe.url };
  ({ platform, database } = await testPlatform([holdRoots, money], { clock: "test", settings }));
});

const moveTo = (at: string) =>
  advanceTestClock(platform, platform.clock as TestClock, Temporal.Instant.from(at));

/** A hold whose card was given on Stripe's page, and what the stand-in calls that card. */
async function held(method = "card"): Promise<{ readonly rootId: string; readonly card: string | null }> {
  await (platform.clock as TestClock).set(platform.database.pool, Temporal.Instant.from(BEGAN));
  const rootId = newId(platform.clock.now());
  const amount = { amount: 14_900, currency: "USD" };
  const wanted = { subjectNo: 1, programme: "p", region: "US", amount, method };
  const known = new Set(stripe.books.sessions.keys());
  await transact(platform, systemCaller, (tx) => wantHold(tx, rootId, wanted));
  await platform.jobs.drained();
  const page = [...stripe.books.sessions.keys()].find((id) => !known.has(id));
  if (page === undefined) {
    return { rootId, card: null };
  }
  finishSession(stripe.books, page, true);
  await moveTo("2026-12-20T10:30:00Z");
  return { rootId, card: stripe.books.sessions.get(page)?.intent?.payment_method ?? null };
}

async function change(rootId: string, act: (tx: Tx, hold: Hold) => Promise<void>): Promise<void> {
  await transact(platform, systemCaller, async (tx) => {
    await lockRoot(tx, rootId);
    const hold = await holdOf(tx, rootId, 1);
    assert(hold !== undefined);
    await act(tx, hold);
  });
  await platform.jobs.drained();
}

/** How a hold stands, how often it was placed, and what of its card Stripe has left. */
async function left(rootId: string, card: string | null): Promise<readonly unknown[]> {
  const hold = await holdOf(platform.database, rootId, 1);
  const customer = stripe.books.cards.get(card ?? "")?.customer ?? null;
  const told = (await eventsOf(platform.database, rootId)).map(({ type }) => type);
  return [
    hold?.state,
    customer === null ? "forgotten" : "kept",
    told.filter((type) => /^HeldCard/.test(type)),
  ];
}
const isForgotten = ["HeldCardForgettingStarted", "HeldCardForgotten"];

/** All customers whose card is gone are gone too. */
const customersLeft = () => [...stripe.books.customers.values()].filter(({ deleted }) => !deleted).length;

test("a card is kept while its hold stands, and forgotten once the hold is released", async () => {
  const { rootId, card } = await held();
  deepEqual(await left(rootId, card), ["placed", "kept", []]);
  await change(rootId, (tx, hold) => giveUpHold(tx, hold, "claim_cancelled"));
  deepEqual(await left(rootId, card), ["released", "forgotten", isForgotten]);
  equal(customersLeft(), 0);
  deepEqual(await invariantSweep(database), []);
});

test("a hold that was placed anew by one card forgets it once, when the last is released", async () => {
  const { rootId, card } = await held();
  const dueAt = Temporal.Instant.from("2027-01-20T10:00:00Z");
  await change(rootId, (tx, hold) => tellHold(tx, hold, { isNeeded: true, dueAt }));
  await moveTo("2027-01-14T10:00:00Z");
  const { authorisations = [] } = (await holdOf(platform.database, rootId, 1)) ?? {};
  assert(authorisations.length > 1, "it was placed anew");
  deepEqual(await left(rootId, card), ["placed", "kept", []]);
  await change(rootId, (tx, hold) => tellHold(tx, hold, { answer: "release" }));
  deepEqual(await left(rootId, card), ["released", "forgotten", isForgotten]);
  equal(customersLeft(), 0);
  deepEqual(await invariantSweep(database), []);
});

test("a captured hold forgets its card as well", async () => {
  const { rootId, card } = await held();
  const dueAt = Temporal.Instant.from("2026-12-23T10:00:00Z");
  await change(rootId, (tx, hold) => tellHold(tx, hold, { isNeeded: true, dueAt }));
  await moveTo("2026-12-27T10:00:00Z");
  deepEqual(await left(rootId, card), ["captured", "forgotten", isForgotten]);
  deepEqual(await invariantSweep(database), []);
});

test("a hold that lapses because its card says no forgets that card", async () => {
  const { rootId, card } = await held();
  const saved = stripe.books.cards.get(card ?? "");
  assert(saved !== undefined);
  stripe.books.cards.set(saved.id, { ...saved, habit: "declines" });
  const dueAt = Temporal.Instant.from("2027-03-01T10:00:00Z");
  await change(rootId, (tx, hold) => tellHold(tx, hold, { isNeeded: true, dueAt }));
  await moveTo("2027-01-16T10:00:00Z");
  deepEqual(await left(rootId, card), ["lapsed", "forgotten", isForgotten]);
});

test("a card that Stripe cannot forget is told to a person", async () => {
  const { rootId, card } = await held();
  const customer = stripe.books.cards.get(card ?? "")?.customer ?? "";
  stripe.books.customers.delete(customer);
  await change(rootId, (tx, hold) => giveUpHold(tx, hold, "claim_cancelled"));
  deepEqual((await left(rootId, card))[2], ["HeldCardForgettingStarted", "HeldCardNotForgotten"]);
});

test("nothing is asked where no card is kept, and nothing of one that is not ours to keep", async () => {
  for (const method of ["test_success", "card:pm_good"]) {
    const { rootId, card } = await held(method);
    await change(rootId, (tx, hold) => giveUpHold(tx, hold, "claim_cancelled"));
    deepEqual(await left(rootId, card), ["released", "forgotten", []], method);
  }
});
