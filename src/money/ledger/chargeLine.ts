import type { TaxKind } from "../../catalogue/index.ts";

/** Where the accounts of goods stand: they belong to no programme of plans. */
export const GOODS = "goods";

/** What a part of a charge is for. `net + tax` of all lines is the charge's amount. */
export interface ChargeLine {
  /**
   * A plan is earned over time, a fee, and what sending a device back costs, at once, goods and their
   * delivery when they are handed over; a top-up is the balance of the reseller whose root it stands on.
   */
  readonly kind: "plan" | "fee" | "send_back" | "goods" | "delivery" | "top_up";
  /** Of goods and their delivery `GOODS`. */
  readonly programme: string;
  /** Of goods and their delivery the country they go to. */
  readonly region: string;
  /** The plan of the programme's terms; null for what is none. */
  readonly plan: string | null;
  /** How many plans; each becomes a sale of its own. */
  readonly quantity: number;
  /** Of all pieces together. */
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly taxKind: TaxKind;
  /** Whose tax it is, ISO 3166-1; null or left out where nobody knew. */
  readonly taxCountry?: string | null;
  /** In hundredths of a percent; null or left out where no rate was known. */
  readonly taxRateBasisPoints?: number | null;
}

/** What the lines of a charge come to. */
export function sumOfLines(lines: readonly Pick<ChargeLine, "netMinor" | "taxMinor">[]): number {
  return lines.reduce((sum, { netMinor, taxMinor }) => sum + netMinor + taxMinor, 0);
}
