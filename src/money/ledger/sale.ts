import type { TaxKind } from "../../catalogue/index.ts";
import type { Curve } from "./curves.ts";

/**
 * Paid for and not used yet; earned month by month; earned whole; given back, in part at least; never used
 * and past its shelf life.
 */
export const saleStates = ["unused", "earning", "earned", "refunded", "lapsed"] as const;
export type SaleState = (typeof saleStates)[number];

/**
 * What was paid for one plan and what became of it: `net = deferred + earned + refunded` at every instant.
 * Made when its charge is captured, on the charge's root.
 */
export interface Sale {
  readonly rootId: string;
  readonly no: number;
  readonly chargeNo: number;
  readonly lineNo: number;
  readonly programme: string;
  readonly region: string;
  readonly currency: string;
  readonly plan: string;
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly taxKind: TaxKind;
  readonly deferredMinor: number;
  readonly earnedMinor: number;
  readonly refundedMinor: number;
  readonly refundedTaxMinor: number;
  readonly state: SaleState;
  readonly soldAt: Temporal.Instant;
  /** Public id of the contract that earns it, and its period; null until it begins. */
  readonly contractId: string | null;
  readonly startsAt: Temporal.Instant | null;
  readonly endsAt: Temporal.Instant | null;
  /** As it was set when the plan was sold. */
  readonly curve: Curve;
  /** Up to when its months are booked. */
  readonly earnedUntil: Temporal.Instant | null;
}
