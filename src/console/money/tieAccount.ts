import type { Account, Posting } from "../../client/index.ts";

/** An account and the side it grows on. */
export interface Side {
  readonly accountId: string;
  readonly grows: "debit" | "credit";
}

/** What is on the side an account grows on is its balance: that tells the side. */
export function sideOf({ id, balance, debitedMinor, creditedMinor }: Account): Side {
  return { accountId: id, grows: balance.amount === debitedMinor - creditedMinor ? "debit" : "credit" };
}

/** By how much a posting changes the balance of an account, in minor units. */
export function changeOf({ accountId, grows }: Side, { debit, amount }: Posting): number {
  return (debit.id === accountId) === (grows === "debit") ? amount.amount : -amount.amount;
}

/** What postings come to on an account. */
export function sumOf(side: Side, postings: readonly Posting[]): number {
  return postings.reduce((sum, posting) => sum + changeOf(side, posting), 0);
}
