import assert from "node:assert/strict";
import { windowEnd } from "../../src/money/holds/cardWindows.ts";
import { type Attention, isFinal } from "../../src/money/holds/hold.ts";
import { captureFrom } from "../../src/money/holds/holdTimes.ts";
import type { HoldAct, planHold } from "../../src/money/holds/planHold.ts";
import type { HoldLife } from "./holdLife.ts";
import {
  change,
  closeAtBank,
  HELD_MINOR,
  type HoldWorld,
  hoursOn,
  inHours,
  newWorld,
  runWorld,
  START,
} from "./holdWorld.ts";
import { type HoldVerdict, judgeHold } from "./judgeHold.ts";

const HORIZON_HOURS = 200 * 24;
/** A plan that does more at one instant goes in a circle. */
const MOST_ACTS = 50;

/** Lives one life by a plan, with a virtual clock and a bank of its own, and says what went wrong. */
export function simulateHold(life: HoldLife, plan: typeof planHold): HoldVerdict {
  const world = newWorld(life, plan);
  arrange(world);
  runWorld(world, hoursOn(START, HORIZON_HOURS));
  return judgeHold(world);
}

/** The things that happen by themselves: payment, shipment, parcels. */
function arrange(world: HoldWorld): void {
  const { facts, life } = world;
  const at = (hours: number, happens: () => void) =>
    inHours(world, hours, () => {
      happens();
      follow(world);
    });
  at(0, () => ask(world));
  at(life.paidAfterHours, () => {
    facts.neededAt = facts.state === "placed" ? facts.at : null;
  });
  const shipped = life.paidAfterHours + (life.shippedAfterHours ?? 24);
  at(shipped, () => {
    if (life.shippedAfterHours !== undefined && facts.state === "placed" && facts.ending === null) {
      facts.dueAt = hoursOn(facts.at, life.returnDays * 24);
      facts.remindAt = facts.dueAt.subtract({ hours: life.remindDays * 24 });
    } else {
      release(world);
    }
  });
  for (const { afterHours, answer } of life.shippedAfterHours === undefined ? [] : life.parcels) {
    at(shipped + afterHours, () => {
      // What came late is for a person.
      const isLate = facts.dueAt !== null && Temporal.Instant.compare(facts.at, facts.dueAt) > 0;
      facts.answer = isLate ? "review" : answer;
      facts.needsPerson = answer === "capture" && life.needsPerson;
      facts.captureMinor = answer === "capture" ? HELD_MINOR * life.share : null;
    });
  }
}

function release(world: HoldWorld): void {
  const { facts } = world;
  world.endedAt ??= facts.at;
  facts.ending = isFinal(facts.state) ? facts.ending : (facts.ending ?? "release");
}

/** Does what the plan says until it says wait; there is one next look, as there is one deadline. */
function follow(world: HoldWorld): void {
  const { facts, plan, queue, life } = world;
  for (let acts = 0; acts < MOST_ACTS; acts += 1) {
    const next = plan(facts);
    if (next.act !== "wait") {
      carryOut(world, next);
      continue;
    }
    const before = world.nextLook === undefined ? -1 : queue.indexOf(world.nextLook);
    if (before >= 0) {
      queue.splice(before, 1);
    }
    world.nextLook = next.until && { at: hoursOn(next.until, life.lateHours), happens: () => follow(world) };
    queue.push(...(world.nextLook === undefined ? [] : [world.nextLook]));
    return;
  }
  assert.fail("a plan comes to an end");
}

function carryOut(world: HoldWorld, next: Exclude<HoldAct, { act: "wait" }>): void {
  const { facts } = world;
  switch (next.act) {
    case "renew":
      ask(world);
      break;
    case "release":
      change(world, next.authorisationNo, { leaving: "release" });
      answer(world, (says) => released(world, next.authorisationNo, says));
      break;
    case "capture":
      capture(world, next);
      break;
    case "lapse":
      change(world, next.authorisationNo, { state: "lapsed" });
      break;
    case "close":
      release(world);
      break;
    case "end":
      facts.state = next.as;
      world.endedAt ??= facts.at;
      break;
    case "remind":
      facts.remindedAt = facts.at;
      break;
    case "notify":
      facts.noticedAt = facts.at;
      break;
    case "ask_person":
      tellPerson(world, next.why);
  }
}

/** Asks the bank for a new authorisation. The bank places it at once; we may hear of it much later. */
function ask(world: HoldWorld): void {
  const { facts, bank, life } = world;
  const no = facts.authorisations.length + 1;
  const askedAt = facts.at;
  const asked = { no, askedAt, method: "card", amountMinor: HELD_MINOR, state: "asked" } as const;
  const nothing = { leaving: null, captureBefore: null, failedAt: null };
  facts.authorisations = [...facts.authorisations, { ...asked, ...nothing }];
  const until =
    life.grantedHours === undefined || !life.saysWindow
      ? windowEnd(askedAt, life.brand, no === 1 ? "customer" : "merchant")
      : hoursOn(askedAt, life.grantedHours);
  const isDenied = no > 1 && life.isBroken && !world.hasOtherCard;
  const said = answer(world, (says) => heard(world, { no, until, says }), isDenied);
  if (said === "yes") {
    bank.set(no, { placedAt: askedAt, until });
  }
}

function heard(
  world: HoldWorld,
  { no, until, says }: { readonly no: number; readonly until: Temporal.Instant; readonly says: "yes" | "no" },
): void {
  const { facts } = world;
  if (says === "no") {
    world.deniedAt ??= facts.at;
    change(world, no, { state: "failed", failedAt: facts.at });
    return;
  }
  change(world, no, { state: "placed", captureBefore: until });
  facts.state = facts.state === "wanted" ? "placed" : facts.state;
  facts.attention = facts.attention === "renewal_declined" ? null : facts.attention;
}

function capture(world: HoldWorld, { authorisationNo: no, amountMinor }: HoldAct & { act: "capture" }): void {
  const { facts } = world;
  const from = captureFrom(facts);
  world.earlyCaptures += from === undefined || Temporal.Instant.compare(facts.at, from) < 0 ? 1 : 0;
  facts.ending = "capture";
  change(world, no, { leaving: "capture" });
  answer(world, (says) => {
    if (says === "no") {
      change(world, no, { leaving: null });
      facts.ending = null;
      tellPerson(world, "capture_declined");
      return;
    }
    world.takenMinor += amountMinor;
    world.endedAt ??= facts.at;
    closeAtBank(world, no);
    change(world, no, { state: "captured", leaving: null });
  });
}

function released(world: HoldWorld, no: number, says: "yes" | "no"): void {
  if (says === "no") {
    change(world, no, { leaving: null, failedAt: world.facts.at });
    return;
  }
  closeAtBank(world, no);
  change(world, no, { state: "released", leaving: null });
}

/** A person is told; the owner is asked for another card; both may or may not act. */
function tellPerson(world: HoldWorld, why: Attention): void {
  const { facts, life } = world;
  facts.attention = why;
  world.toldAt ??= facts.at;
  const act = (hours: number, happens: () => void) =>
    inHours(world, hours, () => {
      if (!isFinal(facts.state) && facts.ending === null) {
        happens();
        follow(world);
      }
    });
  if (why === "renewal_declined") {
    if (life.otherCardHours !== undefined) {
      act(life.otherCardHours, () => giveOtherCard(world));
    }
  } else if (life.person !== undefined) {
    const { does, afterHours } = life.person;
    act(afterHours, () => (does === "capture" ? captureByHand(world) : release(world)));
  }
}

function giveOtherCard(world: HoldWorld): void {
  world.hasOtherCard = true;
  if (world.facts.authorisations.every(({ state }) => state !== "asked")) {
    ask(world);
  }
}

/** A person captures where that is allowed, as the act does; else nothing is taken. */
function captureByHand(world: HoldWorld): void {
  const { facts } = world;
  const cover = facts.authorisations.findLast(({ state, leaving }) => state === "placed" && leaving === null);
  const from = captureFrom(facts);
  const isAllowed = from !== undefined && Temporal.Instant.compare(facts.at, from) >= 0;
  if (isAllowed && cover !== undefined) {
    capture(world, { act: "capture", authorisationNo: cover.no, amountMinor: HELD_MINOR });
  } else {
    release(world);
  }
}

/**
 * Something was asked of the bank: what it decided at once. A no is known soon; a yes may be lost and found
 * out later.
 */
function answer(world: HoldWorld, hears: (says: "yes" | "no") => void, isDenied = false): "yes" | "no" {
  const told = world.life.bank[world.asked] ?? { unknownHours: 0, says: "yes" };
  world.asked += 1;
  const says = isDenied ? "no" : told.says;
  inHours(world, says === "no" ? 0.01 : told.unknownHours, () => {
    hears(says);
    follow(world);
  });
  return says;
}
