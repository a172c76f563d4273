import { cartOf } from "../visit/cartCookie.ts";
import type { Visit } from "../visit/visit.ts";
import { isCountry } from "./countries.ts";

/** Where the first seed's shop is; used where nobody says who sells. */
const HOME = "EE";

/** The country whose tax and delivery a page tells: the one its buyer chose, else the seller's. */
export function shopCountry(visit: Pick<Visit, "request" | "platform">): string {
  const chosen = cartOf(visit).country;
  return chosen !== undefined && isCountry(chosen) ? chosen : (visit.platform.config.seller?.country ?? HOME);
}
