import { type Asker, heldRows } from "./heldRows.ts";
import { allTaxRates } from "./taxStore.ts";

/** Kinds of tax there are on what is sold; `none` where there is none, or none is known. */
export const TAX_KINDS = ["none", "vat", "gst", "sales_tax", "other"] as const;
export type TaxKind = (typeof TAX_KINDS)[number];

/** The tax of a country from a day on. */
export interface TaxRate {
  /** ISO 3166-1, two letters. */
  readonly country: string;
  readonly kind: TaxKind;
  /** In hundredths of a percent: 2300 is 23 %. */
  readonly rateBasisPoints: number;
  /** Off where prices are without it and somebody else reckons it: the sales taxes of the United States. */
  readonly isCharged: boolean;
  readonly validFrom: Temporal.PlainDate;
}

/** An amount with its tax taken apart: `net + tax` is what was given, to the minor unit. */
export interface Taxed {
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly taxKind: TaxKind;
}

/** Tax rates change once in years; they are held in the process. */
export const heldTaxRates = heldRows(allTaxRates);

/**
 * The rate of a country on the day of an instant, in UTC; undefined for a country that is not in the table.
 */
export async function taxRateOf(
  db: Asker,
  country: string | null | undefined,
  at: Temporal.Instant,
): Promise<TaxRate | undefined> {
  const day = at.toZonedDateTimeISO("UTC").toPlainDate();
  return (await heldTaxRates.rows(db)).findLast(
    (rate) => rate.country === country && Temporal.PlainDate.compare(rate.validFrom, day) <= 0,
  );
}

/** Takes the tax out of an amount that has it in it; half a minor unit goes to the net amount. Pure. */
export function taxWithin(grossMinor: number, rate: TaxRate | undefined): Taxed {
  if (rate === undefined || !rate.isCharged || rate.rateBasisPoints === 0) {
    return { netMinor: grossMinor, taxMinor: 0, taxKind: "none" };
  }
  const whole = 10_000n + BigInt(rate.rateBasisPoints);
  const netMinor = Number((BigInt(grossMinor) * 20_000n + whole) / (2n * whole));
  const taxMinor = grossMinor - netMinor;
  return { netMinor, taxMinor, taxKind: taxMinor === 0 ? "none" : rate.kind };
}

/** The tax of a price whose net and gross amounts are both set; `other` where its kind is not known. Pure. */
export function taxBetween(netMinor: number, grossMinor: number, rate: TaxRate | undefined): Taxed {
  const taxMinor = grossMinor - netMinor;
  return { netMinor, taxMinor, taxKind: taxMinor === 0 ? "none" : (rate?.kind ?? "other") };
}
