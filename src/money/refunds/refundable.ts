import type { SaleAmounts } from "./splitSale.ts";

/** What a refund is taken from: the charge, and how it was paid. */
export interface PaidCharge {
  readonly no: number;
  readonly state: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly refundedMinor: number;
  /** How the money came; null for a charge of nothing. */
  readonly provider: string | null;
  readonly method: string | null;
  readonly providerRef: string | null;
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
  /**
   * What of its charge was not promised back yet: kindness counts, which takes nothing from the sale
   * itself.
   */
  readonly chargeLeftMinor: number;
}

/** What a charge that is no plan's was made of. */
export interface ChargeLineAmounts {
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly taxKind: string;
  readonly programme: string;
  readonly region: string;
}
