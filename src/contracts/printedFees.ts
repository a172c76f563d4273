import type { Terms } from "../terms/index.ts";
import type { Contract } from "./contract.ts";

/** The fees of a contract's uses, and the currency all of them are in. */
export interface PrintedFees {
  readonly currency: string;
  readonly fees: ReturnType<Terms["fees"]>;
}

/**
 * What the uses of a contract cost on this model, as its terms print it: in the contract's currency where
 * they are printed in it, else in the first one they are printed in. Pure.
 */
export function printedFees(
  terms: Pick<Terms, "fees">,
  { region, currency }: Pick<Contract, "region" | "currency">,
  model: string,
): PrintedFees {
  const printed = terms.fees(model, region);
  const found = printed.some((fee) => fee.currency === currency) ? currency : printed[0]?.currency;
  return { currency: found ?? currency, fees: printed.filter((fee) => fee.currency === found) };
}
