/** Providers that only tell of money and move none. */
const BY_HAND: ReadonlySet<string | null> = new Set(["bank", "invoice", null]);

/** Whether money that came this way goes back by a person's hand. */
export function goesBackByHand(provider: string | null): boolean {
  return BY_HAND.has(provider);
}
