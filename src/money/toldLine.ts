/**
 * The most that anybody moves at once, in minor units: what tells of more is a slip. Sums of thousands of
 * those stay exact numbers.
 */
export const MOST_MOVED_MINOR = 1_000_000_000_000;

/** What a line of a report says was done. */
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

/**
 * What somebody says they did: a provider in its books, a bank, a carrier or a reseller in a report. Amounts
 * are never below nothing; what it is says which way they move.
 */
export interface ToldLine {
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
}
