import { taxRateOf, taxWithin } from "../catalogue/index.ts";
import type { ChargeLine } from "../money/index.ts";
import type { Money, Tx } from "../platform/index.ts";
import type { ClaimRow } from "./store.ts";

/**
 * What a fee is made of. It is agreed with its tax in it: the rate is that of the country the unit goes back
 * to, and where we know no rate it has none.
 */
export async function feeLine(
  tx: Tx,
  { region, country, receipt }: ClaimRow,
  { amount }: Money,
): Promise<ChargeLine> {
  const taxed = taxWithin(amount, await taxRateOf(tx, country, tx.at));
  const { programme } = receipt.terms;
  return { kind: "fee", programme, region, plan: null, quantity: 1, ...taxed };
}
