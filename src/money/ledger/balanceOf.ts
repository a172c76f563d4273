import type { Money, Queryable } from "../../platform/index.ts";
import { ACCOUNT_KINDS, type Account } from "./account.ts";
import { accountId } from "./accountIds.ts";
import { sumsOfAccount } from "./postingStore.ts";

/**
 * What is in an account now, on the side it grows on: below nothing when more has left it than came. Read
 * from its months, whatever the number of its postings.
 */
export async function balanceOf(db: Queryable, account: Account): Promise<Money> {
  const { kind, currency } = account;
  const { debitMinor, creditMinor } = await sumsOfAccount(db, accountId(account));
  const amount = ACCOUNT_KINDS[kind] === "debit" ? debitMinor - creditMinor : creditMinor - debitMinor;
  return { amount, currency };
}
