import type { Claim, ListedClaim } from "../../client/index.ts";
import { en } from "../words/en.ts";

/** A row of a list tells how the payment stands; a claim by itself does not. */
type Told = Pick<Claim, "next" | "route"> & Pick<Partial<ListedClaim>, "payment">;

/** What whoever has the ball does next. What leaves here depends on the way that was chosen. */
export function nextWords({ next, route, payment }: Told): string {
  if (next.what === "pay" && payment !== undefined && payment !== "failed") {
    return en.field.paying;
  }
  return next.what === "ship" && route !== undefined ? en.field.ships[route] : en.field.what[next.what];
}
