import { accepted, type Decision } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";

/** What is known of a payer's balance when it is to be paid out. Its root is locked. */
export interface PayoutFacts {
  readonly balanceMinor: number;
  /** What of it no bank has taken back. */
  readonly payableMinor: number;
  /** What of that its provider can give back. */
  readonly byProviderMinor: number;
  /** It is a part of what its charge still waits for. */
  readonly isKept: boolean;
  readonly means: "transfer" | "provider";
}

/** Whether so much may be paid out of a balance: all that can be, unless said. In minor units. Pure. */
export function decidePayoutBalance(amountMinor: number | undefined, facts: PayoutFacts): Decision<number> {
  const { balanceMinor, payableMinor, byProviderMinor, isKept, means } = facts;
  if (balanceMinor === 0) {
    return refuse("balance_empty");
  }
  if (isKept) {
    return refuse("balance_kept");
  }
  if (amountMinor !== undefined && amountMinor > balanceMinor) {
    return refuse("above_balance");
  }
  if (payableMinor === 0 || (amountMinor ?? 0) > payableMinor) {
    return refuse("balance_disputed");
  }
  const most = means === "provider" ? byProviderMinor : payableMinor;
  return most === 0 || (amountMinor ?? 0) > most
    ? refuse("balance_not_by_provider")
    : accepted(amountMinor ?? most);
}
