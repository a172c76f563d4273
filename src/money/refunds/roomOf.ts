import type { BalanceMoves } from "./balanceStore.ts";

/** What is known of a payer's balance when something is to be paid out of it. */
export interface BalanceFacts {
  /** What is in it now. */
  readonly balanceMinor: number;
  readonly moves: BalanceMoves;
  /** What is left of the charge, all refunds and disputes taken off: below 0 when a bank took it back. */
  readonly leftMinor: number;
  /** Whether its provider gives money back by itself. */
  readonly canProvider: boolean;
  /** The charge is open: what has come of it is kept until the rest comes. */
  readonly isKept: boolean;
}

/** What may leave a balance, and how. */
export interface BalanceRoom {
  /** At the most, by whatever means. */
  readonly payableMinor: number;
  /** At the most, by the provider that took the money. */
  readonly byProviderMinor: number;
}

/**
 * What may be paid out of a balance. What a refund has put there and the payer's bank has taken back as well
 * stays until its dispute has ended: it is not paid twice. What came by the bank is the payer's in any case.
 * A provider gives back what came from it, so far as it has not. Pure.
 */
export function roomOf(facts: BalanceFacts): BalanceRoom {
  const { balanceMinor, moves, leftMinor, canProvider, isKept } = facts;
  if (isKept) {
    return { payableMinor: 0, byProviderMinor: 0 };
  }
  const fromRefundsMinor = Math.min(balanceMinor + moves.waitingMinor, moves.refundedMinor);
  const heldBackMinor = Math.min(Math.max(0, -leftMinor), fromRefundsMinor);
  const payableMinor = Math.max(0, Math.min(balanceMinor, balanceMinor + moves.waitingMinor - heldBackMinor));
  const fromProviderMinor = canProvider ? Math.max(0, moves.refundedMinor - moves.byProviderMinor) : 0;
  return { payableMinor, byProviderMinor: Math.min(payableMinor, fromProviderMinor) };
}
