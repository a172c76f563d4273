import type { Money } from "../platform/index.ts";

/** One tier of a product's price list as it is stored: per piece, in minor units. */
export interface Price {
  readonly currency: string;
  readonly minQuantity: number;
  readonly netMinor: number;
  readonly grossMinor: number;
  readonly validFrom: Temporal.Instant;
}

/**
 * What one piece costs. Net and gross are both set, never computed from each other: no rounding can part
 * them.
 */
export interface UnitPrice {
  /** From this quantity on. */
  readonly minQuantity: number;
  readonly net: Money;
  readonly gross: Money;
}

/**
 * The price list of a product in a currency: the newest one in force at the instant, its tiers by rising
 * quantity. A newer list replaces the older one whole, so a tier that is gone is gone. Empty when there is
 * none.
 */
export function priceList(prices: readonly Price[], currency: string, at: Temporal.Instant): UnitPrice[] {
  const known = prices.filter(
    (price) => price.currency === currency && Temporal.Instant.compare(price.validFrom, at) <= 0,
  );
  const newest = known.map((price) => price.validFrom).reduce(later, undefined);
  return known
    .filter((price) => newest !== undefined && price.validFrom.equals(newest))
    .toSorted((one, other) => one.minQuantity - other.minQuantity)
    .map(({ minQuantity, netMinor, grossMinor }) => ({
      minQuantity,
      net: { amount: netMinor, currency },
      gross: { amount: grossMinor, currency },
    }));
}

/** The tier an order of this many pieces reaches; undefined when it reaches none. */
export function tierFor(list: readonly UnitPrice[], quantity: number): UnitPrice | undefined {
  return list.filter((tier) => tier.minQuantity <= quantity).at(-1);
}

/** The currencies a product has ever been priced in. */
export function currenciesOf(prices: readonly Price[]): string[] {
  return [...new Set(prices.map((price) => price.currency))];
}

function later(newest: Temporal.Instant | undefined, next: Temporal.Instant): Temporal.Instant {
  return newest === undefined || Temporal.Instant.compare(next, newest) > 0 ? next : newest;
}
