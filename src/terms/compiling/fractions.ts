import { roundedQuotient } from "../shares.ts";

/** An amount of minor units that is not rounded yet: rounding comes once, at the end. */
export interface Fraction {
  readonly over: bigint;
  /** Positive. */
  readonly under: bigint;
}

export const whole = (amount: number): Fraction => ({ over: BigInt(amount), under: 1n });
export const nothing: Fraction = whole(0);

/** A share of an amount: so many parts of so many; nothing when there are no parts. */
export const partOf = ({ over, under }: Fraction, part: number, of: number): Fraction =>
  of <= 0 ? nothing : { over: over * BigInt(part), under: under * BigInt(of) };

export const less = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.under - b.over * a.under,
  under: a.under * b.under,
});

export const isLess = (a: Fraction, b: Fraction): boolean => a.over * b.under < b.over * a.under;
export const greater = (a: Fraction, b: Fraction): Fraction => (isLess(a, b) ? b : a);
export const smaller = (a: Fraction, b: Fraction): Fraction => (isLess(a, b) ? a : b);

/** Half away from zero. */
export const rounded = ({ over, under }: Fraction): number => roundedQuotient(over, under);
