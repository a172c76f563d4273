/**
 * `whole * part / of` in whole minor units, half away from zero; nothing of nothing. Amounts are not
 * negative.
 */
export function roundedShare(whole: number, part: number, of: number): number {
  if (of === 0) {
    return 0;
  }
  const [product, divisor] = [BigInt(whole) * BigInt(part), BigInt(of)];
  return Number((2n * product + divisor) / (2n * divisor));
}
