import type { RefundableSale } from "./refundable.ts";

/** The tax a plan gives back, and the part of it that a kindness has corrected before. */
export interface TaxTaken {
  readonly taxMinor: number;
  /** It is no tax any more, so it is what the kindness has cost. */
  readonly kindnessMinor: number;
}

/**
 * The tax of the lines of a charge that is left to be corrected. Plans of a line take theirs out of it one
 * after the other, so that no more is corrected than was charged, where kindness came before.
 */
export function taxesLeft(sales: readonly Pick<RefundableSale, "lineNo" | "lineTaxLeftMinor">[]): {
  take(sale: Pick<RefundableSale, "lineNo">, taxMinor: number): TaxTaken;
} {
  const left = new Map(sales.map(({ lineNo, lineTaxLeftMinor }) => [lineNo, lineTaxLeftMinor]));
  return {
    take({ lineNo }, wanted) {
      const taxMinor = Math.max(0, Math.min(wanted, left.get(lineNo) ?? 0));
      left.set(lineNo, (left.get(lineNo) ?? 0) - taxMinor);
      return { taxMinor, kindnessMinor: wanted - taxMinor };
    },
  };
}
