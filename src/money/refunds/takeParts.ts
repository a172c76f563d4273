import type { BalancePart } from "./balanceStore.ts";

/** What a payer has with us, all places together. Pure. */
export function sumOfParts(parts: readonly BalancePart[]): number {
  return parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
}

/** Takes so much out of a balance, place by place, after the first `skipMinor` of it. Pure. */
export function takeParts(parts: readonly BalancePart[], amountMinor: number, skipMinor = 0): BalancePart[] {
  let skip = skipMinor;
  let left = amountMinor;
  return parts.flatMap((part) => {
    const there = Math.max(0, part.amountMinor - skip);
    skip = Math.max(0, skip - part.amountMinor);
    const taken = Math.min(left, there);
    left -= taken;
    return taken > 0 ? [{ ...part, amountMinor: taken }] : [];
  });
}
