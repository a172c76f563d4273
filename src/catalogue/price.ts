import type { Money } from "../platform/index.ts";

/** Everybody's group, whose prices the public sees. */
export const RETAIL = "retail";

/**
 * One tier of a product's price list as it is stored: per piece, in minor units. A row without amounts ends
 * the lists of its group in its currency: from its day on, those of the group it is based on count.
 */
export interface Price {
  readonly customerGroup: string;
  readonly currency: string;
  readonly minQuantity: number;
  readonly netMinor: number | null;
  readonly grossMinor: number | null;
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

/** Whose price list is asked for. `groups` is the chain of the buyer's group: see `groupChain`. */
export interface ListAsked {
  readonly groups: readonly string[];
  readonly currency: string;
  readonly at: Temporal.Instant;
}

/**
 * The price list of a product for a buyer: that of the first group of the chain which has one in force in
 * this currency at this instant. A newer list replaces the older one of its group whole, so a tier that is
 * gone is gone. Tiers by rising quantity; empty when there is no list. Pure.
 */
export function priceListOf(
  prices: readonly Price[],
  { groups, currency, at }: ListAsked,
): readonly UnitPrice[] {
  for (const group of groups) {
    const list = listOfGroup(
      prices.filter((price) => price.currency === currency && price.customerGroup === group),
      at,
    );
    if (list.length > 0) {
      return list;
    }
  }
  return [];
}

/** What a piece of so many costs a buyer; undefined when it is not sold so. Pure. */
export function priceOf(
  prices: readonly Price[],
  { quantity, ...asked }: ListAsked & { readonly quantity: number },
): UnitPrice | undefined {
  return tierFor(priceListOf(prices, asked), quantity);
}

/** The tier an order of this many pieces reaches; undefined when it reaches none. */
export function tierFor(list: readonly UnitPrice[], quantity: number): UnitPrice | undefined {
  return list.filter((tier) => tier.minQuantity <= quantity).at(-1);
}

/** The currencies a product has ever been priced in. */
export function currenciesOf(prices: readonly Price[]): string[] {
  return [...new Set(prices.map((price) => price.currency))];
}

function listOfGroup(prices: readonly Price[], at: Temporal.Instant): UnitPrice[] {
  const known = prices.filter(({ validFrom }) => Temporal.Instant.compare(validFrom, at) <= 0);
  const newest = known.map(({ validFrom }) => validFrom).reduce(later, undefined);
  return known
    .filter(({ validFrom }) => newest !== undefined && validFrom.equals(newest))
    .toSorted((one, other) => one.minQuantity - other.minQuantity)
    .flatMap(({ minQuantity, netMinor, grossMinor, currency }) =>
      netMinor === null || grossMinor === null
        ? []
        : [{ minQuantity, net: { amount: netMinor, currency }, gross: { amount: grossMinor, currency } }],
    );
}

function later(newest: Temporal.Instant | undefined, next: Temporal.Instant): Temporal.Instant {
  return newest === undefined || Temporal.Instant.compare(next, newest) > 0 ? next : newest;
}
