import { allocate, dinero, toSnapshot } from "dinero.js";

/** How an amount is cut does not depend on where its point stands: it is in minor units already. */
const MINOR = { code: "XTS", base: 10, exponent: 0 };

/**
 * An amount in so many parts that differ by one minor unit at the most and come to it again; the first ones
 * are the larger. Pure.
 */
export function piecesOf(amountMinor: number, pieces: number): number[] {
  const whole = dinero({ amount: amountMinor, currency: MINOR });
  return allocate(
    whole,
    Array.from({ length: pieces }, () => 1),
  ).map((part) => toSnapshot(part).amount);
}
