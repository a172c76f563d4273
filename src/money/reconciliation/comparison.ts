import type { Entry, ToldLine } from "../toldLine.ts";
import type { CauseName } from "./causes.ts";
import type { Side } from "./sides.ts";

/** Who tells us what they did. `own` is our own books, looked at for what only waits. */
export const partyKinds = ["provider", "bank", "carrier", "reseller"] as const;
export type PartyKind = (typeof partyKinds)[number] | "own";

/** A line of theirs, as it was taken in. */
export interface TheirLine extends ToldLine {
  readonly lineId: string;
  readonly isPosted: boolean;
  /** Out of a report that a person sent, not out of their own books. */
  readonly isSent: boolean;
}

/** A row of ours that money moved for. */
export interface OurRow {
  /** What we call it: an attempt's key, a dispute, a credit, a refund. */
  readonly key: string;
  readonly entry: Entry;
  readonly reference: string | null;
  readonly amountMinor: number;
  readonly currency: string;
  readonly at: Temporal.Instant;
  /** Done; open while nobody knows; failed. */
  readonly state: "done" | "open" | "failed";
  readonly programme: string;
  readonly region: string;
  /** What was booked for it as their fee with it; null while that is not known. */
  readonly feeMinor: number | null;
}

/** A difference as it is found. */
export interface Finding {
  readonly cause: CauseName;
  readonly lineId: string | null;
  readonly ourKey: string | null;
  /** How much it is about. */
  readonly amountMinor: number;
  readonly currency: string | null;
  readonly detail: string;
  /** What each side says of it. */
  readonly sides: readonly Side[];
}

/** Two that are one, and what follows for the books. */
export interface Match {
  readonly line: TheirLine;
  readonly row: OurRow;
}

/** What comparing came to: each line and each row is in one of these, once. */
export interface Comparison {
  /** Two that are one, to the unit. Where no more than the day is another, a finding says so beside. */
  readonly same: readonly Match[];
  readonly findings: readonly Finding[];
  /** Rows of ours that nobody had to tell of yet. */
  readonly untold: readonly OurRow[];
}

/** The order of their lines: by time, then by id. */
export function inTime(left: TheirLine, right: TheirLine): number {
  return Temporal.Instant.compare(left.at, right.at) || (left.lineId < right.lineId ? -1 : 1);
}
