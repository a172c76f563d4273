import type { Asker } from "../../catalogue/index.ts";
import { type DeliveryRule, deliveryTermsOf, type ParcelWay } from "./deliveryRule.ts";

/** What is to be delivered. */
export interface DeliveryAsked {
  /** What all lines cost with their tax, those of codes too. */
  readonly grossMinor: number;
  /** Of the goods. */
  readonly weightGrams: number;
  readonly currency: string;
}

/** A way that goods may go, and what it costs, tax included. */
export interface DeliveryWay {
  readonly option: ParcelWay;
  readonly priceMinor: number;
  /** An order of this much would cost nothing to deliver. */
  readonly freeFromMinor: number | null;
}

/** The ways that take so much weight, in the order of the rules, at what they cost. Pure. */
export function deliveryWays(
  rules: readonly DeliveryRule[],
  { grossMinor, weightGrams, currency }: DeliveryAsked,
): readonly DeliveryWay[] {
  return rules
    .filter((rule) => rule.currency === currency && (rule.mostGrams ?? weightGrams) >= weightGrams)
    .map(({ option, priceMinor, freeFromMinor }) => ({
      option,
      priceMinor: freeFromMinor !== null && grossMinor >= freeFromMinor ? 0 : priceMinor,
      freeFromMinor,
    }));
}

/** The ways that goods may go in a country; `outside` is what its buyers are told where there is none. */
export async function deliveryOptionsFor(
  db: Asker,
  country: string,
  asked: DeliveryAsked,
): Promise<{ readonly ways: readonly DeliveryWay[]; readonly outside: string | undefined }> {
  const { rules, outside } = await deliveryTermsOf(db, country);
  return { ways: deliveryWays(rules, asked), outside: rules.length === 0 ? outside : undefined };
}
