import { goesBackByHand } from "./goesBackByHand.ts";
import type { TopUp } from "./topUpStore.ts";

/** A part of what is paid out: by the provider of a charge, or by a transfer that a person makes. */
export interface PayoutPart {
  readonly chargeNo: number | null;
  readonly method: string;
  readonly amountMinor: number;
}

/**
 * Where what is left on a balance goes back to: the latest top-ups first, each no more than is left of it.
 * What came by the bank, and what is more than they were, is one transfer. Pure.
 */
export function splitPayout(balanceMinor: number, topUps: readonly TopUp[]): PayoutPart[] {
  let left = balanceMinor;
  let byHand = 0;
  const parts: PayoutPart[] = [];
  for (const { chargeNo, provider, method, leftMinor } of topUps) {
    const amountMinor = Math.min(left, Math.max(0, leftMinor));
    left -= amountMinor;
    if (chargeNo === null || goesBackByHand(provider)) {
      byHand += amountMinor;
    } else if (amountMinor > 0) {
      parts.push({ chargeNo, method, amountMinor });
    }
  }
  byHand += left;
  return byHand === 0 ? parts : [...parts, { chargeNo: null, method: "bank_transfer", amountMinor: byHand }];
}
