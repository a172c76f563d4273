import type { Account, Posting } from "../../client/index.ts";

/** An account and the side it grows on. */
export interface Side {
  readonly accountId: string;
  readonly grows: "debit" | "credit";
}

/** Accounts that grow by what is debited; all others grow by what is credited. */
const DEBIT_KINDS: ReadonlySet<string> = new Set([
  ...["clearing", "bank", "receivable", "disputed"],
  ...["provider_costs", "penalties", "goodwill", "shipping_costs"],
]);

/** The side an account grows on. */
export function sideOf({ id, kind }: Pick<Account, "id" | "kind">): Side {
  return { accountId: id, grows: DEBIT_KINDS.has(kind) ? "debit" : "credit" };
}

/** By how much a posting changes the balance of an account, in minor units. */
export function changeOf({ accountId, grows }: Side, { debit, amount }: Posting): number {
  return (debit.id === accountId) === (grows === "debit") ? amount.amount : -amount.amount;
}

/** What postings come to on an account. */
export function sumOf(side: Side, postings: readonly Posting[]): number {
  return postings.reduce((sum, posting) => sum + changeOf(side, posting), 0);
}
