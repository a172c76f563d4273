import type { Authorisation, HoldFacts } from "../../src/money/holds/hold.ts";
import type { planHold } from "../../src/money/holds/planHold.ts";
import type { HoldLife } from "./holdLife.ts";

export const HELD_MINOR = 14_900;
export const START = Temporal.Instant.from("2026-09-01T10:00:00Z");

/** Something that is to happen. */
export interface Coming {
  readonly at: Temporal.Instant;
  readonly happens: () => void;
}

/**
 * One hold in a world with a virtual clock: what we know of it, what the bank knows, what is still to happen.
 */
export interface HoldWorld {
  readonly life: HoldLife;
  readonly plan: typeof planHold;
  readonly facts: { -readonly [Name in keyof HoldFacts]: HoldFacts[Name] };
  /** The bank's own books, by number of the authorisation. */
  readonly bank: Map<number, { placedAt: Temporal.Instant; until: Temporal.Instant }>;
  readonly queue: Coming[];
  nextLook: Coming | undefined;
  earlyCaptures: number;
  /** When a bank first said no, when a person was first told, when it was decided how it ends. */
  deniedAt: Temporal.Instant | undefined;
  toldAt: Temporal.Instant | undefined;
  endedAt: Temporal.Instant | undefined;
  hasOtherCard: boolean;
  asked: number;
  takenMinor: number;
}

export function newWorld(life: HoldLife, plan: typeof planHold): HoldWorld {
  return {
    ...{ life, plan, bank: new Map(), queue: [], nextLook: undefined, earlyCaptures: 0 },
    facts: {
      ...{ at: START, state: "wanted", amountMinor: HELD_MINOR, neededAt: null, dueAt: null, remindAt: null },
      ...{ remindedAt: null, noticedAt: null, answer: "awaited", lateAnswer: "capture", captureMinor: null },
      ...{ needsPerson: false, ending: null, attention: null, authorisations: [] },
    },
    ...{
      deniedAt: undefined,
      toldAt: undefined,
      endedAt: undefined,
      hasOtherCard: false,
      asked: 0,
      takenMinor: 0,
    },
  };
}

/** Lets something happen some hours from now. */
export function inHours({ queue, facts }: HoldWorld, hours: number, happens: () => void): void {
  queue.push({ at: hoursOn(facts.at, hours), happens });
}

/** Lets all happen that is to happen until then, in order. */
export function runWorld({ queue, facts }: HoldWorld, until: Temporal.Instant): void {
  for (;;) {
    queue.sort((a, b) => Temporal.Instant.compare(a.at, b.at));
    const next = queue.shift();
    if (next === undefined || Temporal.Instant.compare(next.at, until) > 0) {
      return;
    }
    facts.at = later(next.at, facts.at);
    next.happens();
  }
}

export function change({ facts }: HoldWorld, no: number, to: Partial<Authorisation>): void {
  facts.authorisations = facts.authorisations.map((each) => (each.no === no ? { ...each, ...to } : each));
}

/** The bank closes an authorisation before it forgets it. */
export function closeAtBank({ bank, facts }: HoldWorld, no: number): void {
  const placed = bank.get(no);
  if (placed !== undefined && Temporal.Instant.compare(placed.until, facts.at) > 0) {
    bank.set(no, { ...placed, until: facts.at });
  }
}

export function hoursOn(at: Temporal.Instant, hours: number): Temporal.Instant {
  return at.add({ milliseconds: Math.round(hours * 3_600_000) });
}

export function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) >= 0 ? a : b;
}
