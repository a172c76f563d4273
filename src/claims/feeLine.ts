import { type TaxRate, taxRateOf, taxWithin } from "../catalogue/index.ts";
import type { ChargeLine } from "../money/index.ts";
import type { Money, Tx } from "../platform/index.ts";
import type { Quote } from "./quotes/index.ts";
import type { Route } from "./routes.ts";
import type { ClaimRow } from "./store.ts";

/** The way a fee is for, and the quote it was told in. */
export interface FeeFor {
  readonly route?: Route;
  readonly quote?: Pick<Quote, "netMinor" | "taxMinor"> | undefined;
}

/**
 * What a fee is made of. It is agreed with its tax in it: the rate is that of the country the unit goes back
 * to, and where we know no rate it has none. A quote says its tax itself; what the way back costs is booked
 * by itself.
 */
export async function feeLine(
  tx: Tx,
  { region, country, receipt }: ClaimRow,
  { amount }: Money,
  { route = "plan", quote }: FeeFor = {},
): Promise<ChargeLine> {
  const rate = await taxRateOf(tx, country, tx.at);
  const taxed = quote === undefined ? taxWithin(amount, rate) : taxOf(quote, rate);
  const { programme } = receipt.terms;
  const kind = route === "return" ? "send_back" : "fee";
  return { kind, programme, region, plan: null, quantity: 1, ...taxed };
}

function taxOf(
  { netMinor, taxMinor }: Pick<Quote, "netMinor" | "taxMinor">,
  rate: TaxRate | undefined,
): Pick<ChargeLine, "netMinor" | "taxMinor" | "taxKind"> {
  return { netMinor, taxMinor, taxKind: taxMinor === 0 ? "none" : (rate?.kind ?? "other") };
}
