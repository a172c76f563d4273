/** How a deadline is counted from what begins it. */
export const dueClocks = ["hours", "civil_days", "opening_time", "instant"] as const;
export type DueClock = (typeof dueClocks)[number];

/** What there is to say of a kind of deadline. */
export interface DueKind {
  readonly name: string;
  /** The event it counts from. */
  readonly from: string;
  readonly clock: DueClock;
  /** What it brings, in one sentence. */
  readonly then: string;
  /** The kinds that warn before it. */
  readonly warnedBy: readonly string[];
  /** Whose number its key begins with. */
  readonly of: "claim" | "contract" | "else";
  /** Whether people wait for it; else it is the machine's own work. */
  readonly isForPeople: boolean;
}

/** A kind that people wait for. */
export function forPeople(
  name: string,
  from: string,
  clock: DueClock,
  then: string,
  more: Partial<Pick<DueKind, "warnedBy" | "of">> = {},
): DueKind {
  return { name, from, clock, then, warnedBy: [], of: "claim", isForPeople: true, ...more };
}

/** A kind of the machine's own work. */
export function ownWork(name: string, from: string, then: string): DueKind {
  return { name, from, clock: "hours", then, warnedBy: [], of: "else", isForPeople: false };
}
