import type { TaxKind } from "../../catalogue/index.ts";

/** A part of an order whose tax is known: its line, or its delivery. Minor units. */
export interface TaxedPart {
  readonly netMinor: number;
  readonly grossMinor: number;
  readonly taxKind: TaxKind | null;
  readonly taxRateBasisPoints: number | null;
}

/** The parts of one rate together. */
export interface TaxSum {
  readonly kind: TaxKind;
  /** In hundredths of a percent; null where none is known. */
  readonly rateBasisPoints: number | null;
  /** The country whose tax it is. */
  readonly country: string;
  readonly netMinor: number;
  readonly taxMinor: number;
}

/** Net amount and tax by kind and rate, in the order in which they come. They sum to the parts. Pure. */
export function taxSums(parts: readonly TaxedPart[], country: string): readonly TaxSum[] {
  const alike = Map.groupBy(parts, ({ taxKind, taxRateBasisPoints }) => `${taxKind} ${taxRateBasisPoints}`);
  return [...alike.values()].map((same) => ({
    kind: same[0]?.taxKind ?? "none",
    rateBasisPoints: same[0]?.taxRateBasisPoints ?? null,
    country,
    netMinor: same.reduce((sum, { netMinor }) => sum + netMinor, 0),
    taxMinor: same.reduce((sum, { netMinor, grossMinor }) => sum + grossMinor - netMinor, 0),
  }));
}
