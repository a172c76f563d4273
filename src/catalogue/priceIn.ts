import type { Money } from "../platform/index.ts";
import type { Asker } from "./heldRows.ts";
import type { UnitPrice } from "./price.ts";
import { type TaxKind, type TaxRate, taxBetween, taxRateOf, taxWithin } from "./taxRate.ts";

/** What one piece costs a buyer of some country, and the tax in it: `net + tax` is the gross amount. */
export interface PriceIn {
  readonly net: Money;
  readonly gross: Money;
  readonly taxKind: TaxKind;
  /** In hundredths of a percent, 0 where none is charged; null where no rate is known. */
  readonly taxRateBasisPoints: number | null;
}

/**
 * The price of a buyer's country. The gross amount of the list stays, whatever the country: it is what was
 * printed, and what is paid. Its tax is that of the country, and the net amount is what remains. Where the
 * country has no rate in our table, the list's own net amount stays too. Each piece is rounded by itself, so
 * that pieces come to their line. Pure.
 */
export function priceIn(
  { net, gross }: Pick<UnitPrice, "net" | "gross">,
  rate: TaxRate | undefined,
): PriceIn {
  const taxed =
    rate === undefined ? taxBetween(net.amount, gross.amount, rate) : taxWithin(gross.amount, rate);
  return {
    net: { amount: taxed.netMinor, currency: gross.currency },
    gross,
    taxKind: taxed.taxKind,
    taxRateBasisPoints: rate === undefined ? null : chargedRate(rate),
  };
}

/** Whether it changes the tax of a price in which of these countries its buyer lives. */
export async function taxDependsOn(
  db: Asker,
  countries: readonly string[],
  at: Temporal.Instant,
): Promise<boolean> {
  const rates = await Promise.all(countries.map((country) => taxRateOf(db, country, at)));
  const taxes = rates.map((rate) => (rate === undefined ? "unknown" : `${rate.kind} ${chargedRate(rate)}`));
  return new Set(taxes).size > 1;
}

function chargedRate({ isCharged, rateBasisPoints }: TaxRate): number {
  return isCharged ? rateBasisPoints : 0;
}
