import type { Money } from "../../../platform/index.ts";

/** Currencies without decimals that Stripe counts in hundredths all the same. */
const HUNDREDTHS: ReadonlySet<string> = new Set(["ISK", "UGX"]);

/** Currencies of three decimals, of which cards move two. */
const THOUSANDTHS: ReadonlySet<string> = new Set(["BHD", "JOD", "KWD", "OMR", "TND"]);

/** An amount as Stripe counts it; undefined where cards cannot move it. */
export function toStripe({ amount, currency }: Money): { amount: number; currency: string } | undefined {
  if (THOUSANDTHS.has(currency) && amount % 10 !== 0) {
    return undefined;
  }
  return { amount: HUNDREDTHS.has(currency) ? amount * 100 : amount, currency: currency.toLowerCase() };
}

/** An amount of Stripe's as we count it. */
export function fromStripe(amount: number, currency: string): Money {
  const code = currency.toUpperCase();
  return { amount: HUNDREDTHS.has(code) ? amount / 100 : amount, currency: code };
}
