import { publicId, type Queryable, type Tx } from "../../platform/index.ts";
import { type Account, post } from "../ledger/index.ts";
import { referenceIn } from "../transfers/index.ts";
import { accountByReference, assignToReseller, moveBalance } from "./accountStore.ts";
import { lockAccount } from "./lockAccount.ts";
import { balanceAccount } from "./resellerAccount.ts";

/** Money at our bank, as far as a balance cares. */
interface Credit {
  readonly creditId: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly reference: string;
}

/** The reseller whose balance a transfer names. */
export async function resellerNamed(db: Queryable, text: string) {
  const reference = referenceIn(text);
  return reference === undefined ? undefined : await accountByReference(db, reference);
}

/** Books what a reseller transferred into its balance: each credit once. False: it is not for it. */
export async function takeTopUp(tx: Tx, credit: Credit, resellerId: string): Promise<boolean> {
  const { creditId, amountMinor, currency } = credit;
  const account = await lockAccount(tx, resellerId, currency);
  const assigned =
    account === undefined ? undefined : await assignToReseller(tx, creditId, resellerId, tx.at, tx.caller.id);
  if (assigned === undefined) {
    return false;
  }
  const arrived: Account = { programme: "none", region: "none", currency, kind: "unallocated" };
  const postings = [{ debit: arrived, credit: balanceAccount(resellerId, currency), amountMinor }];
  await moveBalance(tx, resellerId, currency, amountMinor);
  await post(tx, resellerId, `bank_credit/${creditId}`, postings);
  const told = { creditId: publicId("crd", creditId), amount: { amount: amountMinor, currency } };
  tx.record(resellerId, [{ type: "BalanceToppedUp", ...told }]);
  return true;
}
