import type { CauseName } from "./causes.ts";

/** Who tells us what they did. `own` is our own books, looked at for what only waits. */
export const partyKinds = ["provider", "bank", "carrier", "reseller"] as const;
export type PartyKind = (typeof partyKinds)[number] | "own";

/** What a line says was done. */
export const entries = [
  ...["payment", "refund", "dispute", "dispute_won", "fee", "payout", "credit", "debit", "parcel", "codes"],
] as const;
export type Entry =
  | "payment"
  | "refund"
  | "dispute"
  | "dispute_won"
  | "fee"
  | "payout"
  | "credit"
  | "debit"
  | "parcel"
  | "codes";

/** A line of theirs. Amounts are never below nothing; what it is says which way they move. */
export interface TheirLine {
  readonly lineId: string;
  readonly entry: Entry;
  readonly theirId: string;
  /**
   * What both sides may know it by: a provider's reference, a creditor's reference, a parcel's number, an
   * order.
   */
  readonly reference: string;
  /** Our key, where they carry it. */
  readonly ourKey: string | null;
  /** Of a refund or a dispute: the reference of its payment. */
  readonly ofReference: string | null;
  readonly programme: string | null;
  readonly amountMinor: number;
  readonly feeMinor: number;
  readonly currency: string;
  readonly at: Temporal.Instant;
  readonly weightGrams: number | null;
  readonly quantity: number | null;
  readonly isPosted: boolean;
}

/** A line as it is told, before it has an id of ours. */
export type ToldLine = Omit<TheirLine, "lineId" | "isPosted">;

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
}

/** Two that are one, and what follows for the books. */
export interface Match {
  readonly line: TheirLine;
  readonly row: OurRow;
}

/** What comparing came to. */
export interface Comparison {
  readonly matches: readonly Match[];
  readonly findings: readonly Finding[];
}
