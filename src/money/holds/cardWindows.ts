/** Card brands whose windows are known; `other` is for any other, and for a card whose brand nobody told. */
export const cardBrands = ["visa", "mastercard", "amex", "discover", "jcb", "diners", "other"] as const;
export type CardBrand = (typeof cardBrands)[number];

/** Who began a payment: the holder of the card, at the desk or on a page; or we, with the card on file. */
export type Initiator = "customer" | "merchant";

/** How long a brand keeps an authorisation, from a day on. */
export interface CardWindow {
  readonly brand: CardBrand;
  readonly initiator: Initiator;
  readonly from: string;
  readonly hours: number;
}

const WEEK_HOURS = 7 * 24;

/**
 * Source: docs.stripe.com, "Place a hold on a payment method", as it stood in 2026: seven days online for
 * every brand; since 14 April 2024 five days for what a merchant starts with a Visa, of which 4 days 18 hours
 * can be used. Longer windows (30 days for some kinds of shops, and in yen) are granted one by one, so that
 * the provider's own `capture_before` always counts before this table. It is for providers that say none, and
 * for planning ahead.
 */
export const cardWindows: readonly CardWindow[] = [
  ...cardBrands.flatMap((brand) =>
    (["customer", "merchant"] as const).map((initiator) => ({
      ...{ brand, initiator, from: "2020-01-01" },
      hours: WEEK_HOURS,
    })),
  ),
  { brand: "visa", initiator: "merchant", from: "2024-04-14", hours: 4 * 24 + 18 },
  // Whose brand nobody told may be a Visa.
  { brand: "other", initiator: "merchant", from: "2024-04-14", hours: 4 * 24 + 18 },
];

/** When a card that was authorised at `placedAt` forgets it, by the newest row that is in force that day. */
export function windowEnd(
  placedAt: Temporal.Instant,
  brand: CardBrand,
  initiator: Initiator,
): Temporal.Instant {
  const day = placedAt.toZonedDateTimeISO("UTC").toPlainDate().toString();
  const row = cardWindows
    .filter((each) => each.brand === brand && each.initiator === initiator && each.from <= day)
    .sort((a, b) => a.from.localeCompare(b.from))
    .at(-1);
  return placedAt.add({ hours: row?.hours ?? 4 * 24 + 18 });
}
