import type { SoldOnce } from "./paidPlan.ts";

/** The documents that hold terms with refunds by law, beside the reference programme. */
export const REFUND_TERMS = [
  "dji-care-refresh/2025.terms.md",
  "samples/one-time-transfer.terms.md",
  "samples/price-bands.terms.md",
].join(",");

/**
 * Two years of DJI Care Refresh of 2025, sold to a consumer in the Union who was told of the right to
 * withdraw.
 */
export const union: SoldOnce = {
  ...{ programme: "dji-care-refresh", version: "2025", product: "care-2y", model: "osmo-action-4" },
  ...{ region: "EU", zone: "Atlantic/Azores", currency: "EUR", netMinor: 3627, taxMinor: 798 },
  concludedAt: "2025-08-01T10:00:00+02:00",
  startsAt: "2025-08-01T00:00:00Z",
  endsAt: "2027-08-01T00:00:00Z",
  purchase: { country: "PL" },
};

/** A year of it for somebody in Texas. */
export const texas: SoldOnce = {
  ...union,
  ...{ product: "care-1y", region: "US", zone: "Pacific/Honolulu", currency: "USD" },
  ...{ netMinor: 23_900, taxMinor: 0 },
  concludedAt: "2025-03-01T12:00:00-10:00",
  startsAt: "2025-03-01T00:00:00-10:00",
  endsAt: "2026-03-01T00:00:00-10:00",
  purchase: { country: "US", state: "US-TX" },
};

/** The same, newly bought: above the limit of what one person pays back. */
export const dear: SoldOnce = {
  ...texas,
  concludedAt: "2025-08-01T12:00:00-10:00",
  startsAt: "2025-08-01T00:00:00-10:00",
  endsAt: "2026-08-01T00:00:00-10:00",
};
