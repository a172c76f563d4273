import { type HoldFacts, isFinal } from "../../src/money/holds/hold.ts";
import { HELD_MINOR, type HoldWorld, later } from "./holdWorld.ts";

/** What is to be shown of one life: `faults` is empty. */
export interface HoldVerdict {
  readonly faults: readonly HoldFault[];
  /** Hours without cover after a bank said no, of which a person knew before: what nobody can prevent. */
  readonly exposedHours: number;
  readonly ended: HoldFacts["state"];
  readonly renewals: number;
}

export const holdFaults = ["uncovered", "not told", "captured early", "left", "above"] as const;
export type HoldFault = (typeof holdFaults)[number];

/** Goes along the time from when cover was needed to the end, and finds the gaps in the bank's own books. */
export function judgeHold(world: HoldWorld): HoldVerdict {
  const { facts, earlyCaptures, takenMinor } = world;
  const gaps = gapsOf(world);
  const isLive = facts.authorisations.some(({ state }) => state === "asked" || state === "placed");
  const wasPlaced = facts.authorisations.some(({ state }) => state !== "failed");
  const found: Readonly<Record<HoldFault, boolean>> = {
    uncovered: gaps.uncovered > 0,
    "not told": gaps.untold > 0,
    "captured early": earlyCaptures > 0,
    left: isLive || (wasPlaced && !isFinal(facts.state)),
    above: takenMinor > HELD_MINOR,
  };
  return {
    faults: holdFaults.filter((fault) => found[fault]),
    exposedHours: gaps.exposed,
    ended: facts.state,
    renewals: facts.authorisations.length - 1,
  };
}

/**
 * Hours without cover: with no bank to blame; after a no that nobody was told of in time; after one that was.
 */
function gapsOf(world: HoldWorld): { uncovered: number; untold: number; exposed: number } {
  const { facts, bank, deniedAt, toldAt } = world;
  const end = world.endedAt ?? facts.at;
  const gaps = { uncovered: 0, untold: 0, exposed: 0 };
  let covered = facts.neededAt ?? end;
  const placed = [...bank.values()].sort((a, b) => Temporal.Instant.compare(a.placedAt, b.placedAt));
  for (const { placedAt, until } of [...placed, { placedAt: end, until: end }]) {
    const gapEnd = Temporal.Instant.compare(placedAt, end) < 0 ? placedAt : end;
    const hours = (gapEnd.epochMilliseconds - covered.epochMilliseconds) / 3_600_000;
    if (hours > 0) {
      const after = isBy(toldAt, covered) ? "exposed" : "untold";
      gaps[isBy(deniedAt, covered) ? after : "uncovered"] += hours;
    }
    covered = later(covered, until);
  }
  return gaps;
}

const isBy = (at: Temporal.Instant | undefined, limit: Temporal.Instant): boolean =>
  at !== undefined && Temporal.Instant.compare(at, limit) <= 0;
