import { type Chance, chanceOf } from "../payments/chance.ts";

/** What becomes of a case: gone through by everybody, or left by somebody at some step. */
export const endings = [
  "closes_by_itself",
  "closed_by_hand",
  "never_sent",
  "never_chosen",
  "never_paid",
  "cancelled",
  "repaired_by_warranty",
  "sent_back",
] as const;
export type Ending = (typeof endings)[number];

/** One case of a device: the day of the year it is reported, and what becomes of it. */
export interface CaseOfLife {
  readonly reportedOn: number;
  readonly ending: Ending;
}

/** What happens to one device. */
export interface Life {
  readonly no: number;
  readonly activatedOn: number;
  readonly cases: readonly CaseOfLife[];
}

/** Days of the year in which devices are activated. */
const ACTIVATING = 200;
/** So long after a case was reported it is over, however it goes, and the next may begin. */
const LONGEST_CASE = 70;

/** So many lives, the same for the same seed: one in three has a case, a third of those has two. */
export function livesOf(devices: number, seed: number): readonly Life[] {
  const chance = chanceOf(seed);
  return Array.from({ length: devices }, (_, index) => {
    const activatedOn = Math.floor(chance.next() * ACTIVATING);
    return { no: index + 1, activatedOn, cases: casesAfter(chance, activatedOn) };
  });
}

function casesAfter(chance: Chance, activatedOn: number): readonly CaseOfLife[] {
  if (!chance.one(3)) {
    return [];
  }
  const reportedOn = activatedOn + 1 + Math.floor(chance.next() * 40);
  const first = { reportedOn, ending: chance.pick(endings) };
  const again = { reportedOn: reportedOn + LONGEST_CASE, ending: chance.pick(endings) };
  return chance.one(3) ? [first, again] : [first];
}
