import { roundedShare } from "./roundedShare.ts";

/** What a sale has in it, in minor units: `net = deferred + earned + refunded`, tax apart. */
export interface SaleAmounts {
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly deferredMinor: number;
  readonly earnedMinor: number;
  readonly refundedMinor: number;
  readonly refundedTaxMinor: number;
}

/** Where a refund is taken from, and what becomes of the rest. */
export interface SaleSplit {
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly fromDeferred: number;
  /** Taken back of what was earned already. */
  readonly fromEarned: number;
  /** What stays deferred when the refund is taken is earned: nothing is owed for it any more. */
  readonly earnedNow: number;
}

/** What of a sale was not paid back yet, tax included. */
export function leftOf({ netMinor, taxMinor, refundedMinor, refundedTaxMinor }: SaleAmounts): number {
  return netMinor + taxMinor - refundedMinor - refundedTaxMinor;
}

/**
 * How an amount with its tax is taken out of a sale that ends: what is deferred first, then of what is
 * earned. Tax goes back in proportion, so that after several refunds it is the share of them together; at
 * the end nothing is left over. Undefined when so much is not left. Pure.
 */
export function splitSale(sale: SaleAmounts, amountMinor: number): SaleSplit | undefined {
  if (amountMinor < 0 || amountMinor > leftOf(sale)) {
    return undefined;
  }
  const before = sale.refundedMinor + sale.refundedTaxMinor;
  const gross = sale.netMinor + sale.taxMinor;
  const taxSoFar = roundedShare(sale.taxMinor, before + amountMinor, gross);
  // What was given back before may have been rounded otherwise: neither part ever exceeds what is left of
  // it.
  const most = Math.min(amountMinor, sale.taxMinor - sale.refundedTaxMinor);
  const least = Math.max(0, amountMinor - (sale.netMinor - sale.refundedMinor));
  const taxMinor = Math.min(Math.max(taxSoFar - sale.refundedTaxMinor, least), most);
  const netMinor = amountMinor - taxMinor;
  const fromDeferred = Math.min(netMinor, sale.deferredMinor);
  return {
    netMinor,
    taxMinor,
    fromDeferred,
    fromEarned: netMinor - fromDeferred,
    earnedNow: sale.deferredMinor - fromDeferred,
  };
}
