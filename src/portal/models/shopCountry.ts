import { cartOf } from "../visit/cartCookie.ts";
import type { Visit } from "../visit/visit.ts";
import { isCountry } from "./countries.ts";

/** Where the first seed's shop is; used where nobody says who sells. */
const HOME = "EE";

/**
 * The country whose tax and delivery a page of the shop tells: the one its buyer chose, else that of their
 * browser's language, else the seller's own.
 */
export function shopCountry(visit: Pick<Visit, "request" | "platform">): string {
  const chosen = cartOf(visit).country;
  if (chosen !== undefined && isCountry(chosen)) {
    return chosen;
  }
  const told = /^[a-z]{2,3}-([A-Z]{2})\b/.exec(visit.request.headers["accept-language"] ?? "")?.[1];
  const home = visit.platform.config.seller?.country ?? HOME;
  return told !== undefined && isCountry(told) ? told : home;
}
