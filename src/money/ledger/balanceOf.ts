import type { Money, Queryable } from "../../platform/index.ts";
import { ACCOUNT_KINDS, type Account } from "./account.ts";
import { accountsNamed, sumsOfAccount } from "./ledgerStore.ts";

/**
 * What is in an account now, on the side it grows on: below nothing when more has left it than came. Read
 * from its months, whatever the number of its postings.
 */
export async function balanceOf(db: Queryable, account: Account): Promise<Money> {
  const { programme, region, currency, kind, party = "" } = account;
  const [found] = await accountsNamed(db, [programme], [region], [currency], [kind], [party]);
  if (found === undefined) {
    return { amount: 0, currency };
  }
  const { debitMinor, creditMinor } = await sumsOfAccount(db, found.accountId);
  const amount = ACCOUNT_KINDS[kind] === "debit" ? debitMinor - creditMinor : creditMinor - debitMinor;
  return { amount, currency };
}
