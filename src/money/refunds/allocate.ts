/**
 * Spreads an amount over parts in proportion to their weights, in whole minor units: none is lost and none
 * is made. What rounding leaves goes to those who lost most by it, the first of equals first. Nothing is
 * spread over no weight.
 */
export function allocate(amount: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (whole === 0n) {
    return weights.map(() => 0);
  }
  const shares = weights.map((weight) => (BigInt(amount) * BigInt(weight)) / whole);
  const rests = weights.map((weight) => (BigInt(amount) * BigInt(weight)) % whole);
  const left = Number(BigInt(amount) - shares.reduce((sum, share) => sum + share, 0n));
  const first = rests
    .map((rest, place) => ({ rest, place }))
    .toSorted((a, b) => Number(b.rest - a.rest) || a.place - b.place)
    .slice(0, left);
  const more = new Set(first.map(({ place }) => place));
  return shares.map((share, place) => Number(share) + (more.has(place) ? 1 : 0));
}
