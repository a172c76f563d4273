import { maybeOne } from "../platform/index.ts";
import type { OpeningHours } from "./nextOpening.ts";

/** When codes are handed out to a reseller; null is at any time. */
export const deliveryHoursOf = maybeOne<{ readonly hours: OpeningHours | null }>(
  "delivery_hours_of",
  "select delivery_hours as hours from commerce.reseller where reseller_id = $1",
);
