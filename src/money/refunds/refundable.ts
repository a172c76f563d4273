import type { SaleAmounts } from "./splitSale.ts";

/** What a refund is taken from: the charge, and how it was paid. */
export interface RefundableCharge {
  readonly no: number;
  readonly state: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly refundedMinor: number;
  /**
   * What disputes that were not won took of it, beside what is promised back: it is with its payer already.
   */
  readonly disputedMinor: number;
  /** How the money came; null for a charge of nothing. */
  readonly provider: string | null;
  readonly method: string | null;
  readonly providerRef: string | null;
}

/**
 * What of a charge its payer has not got back, was not promised, and no bank took away. Below 0: too much.
 */
export function leftOfCharge(
  charge: Pick<RefundableCharge, "amountMinor" | "refundedMinor" | "disputedMinor">,
): number {
  return charge.amountMinor - charge.refundedMinor - charge.disputedMinor;
}

/** A sale as a refund needs it. */
export interface RefundableSale extends SaleAmounts {
  readonly rootId: string;
  readonly no: number;
  readonly chargeNo: number;
  readonly programme: string;
  readonly region: string;
  readonly currency: string;
  readonly taxKind: string;
  readonly state: string;
  readonly contractId: string | null;
  /** Whether a dispute of its charge is open. */
  readonly isDisputed: boolean;
  /**
   * What of its charge was not promised back yet: kindness counts, which takes nothing from the sale
   * itself.
   */
  readonly chargeLeftMinor: number;
  /** The line of its charge, and the tax of it that was not corrected yet, by plans or by kindness. */
  readonly lineNo: number;
  readonly lineTaxLeftMinor: number;
}

/** A line of a charge, with what was given back of it so far: for plans of it, and out of kindness. */
export interface ChargeLineAmounts {
  readonly no: number;
  readonly refundedMinor: number;
  readonly refundedTaxMinor: number;
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly taxKind: string;
  readonly programme: string;
  readonly region: string;
}
