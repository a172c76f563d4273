import type { Tx } from "../../platform/index.ts";
import { accountOf, lockAccountRow, lockAccountsOf } from "./accountStore.ts";
import type { ResellerAccount } from "./resellerAccount.ts";

/**
 * Locks a reseller's account and reads it, with what is open on its invoices, as it stands under the lock.
 * Taken after the lock of an order, never before.
 */
export async function lockAccount(
  tx: Tx,
  resellerId: string,
  currency: string,
): Promise<ResellerAccount | undefined> {
  const locked = await lockAccountRow(tx, resellerId, currency);
  return locked === undefined ? undefined : await accountOf(tx, resellerId, currency);
}

/** Locks the root of a reseller; false when it is none. */
export async function lockResellerRoot(tx: Tx, rootId: string): Promise<boolean> {
  return (await lockAccountsOf(tx, rootId)).length > 0;
}
