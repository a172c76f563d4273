import { publicId, readPublicId } from "../../platform/index.ts";
import type { Account } from "../ledger/index.ts";

/** What a reseller has with us in a currency, as it is stored. */
export interface ResellerAccount {
  readonly resellerId: string;
  readonly currency: string;
  /** Below nothing when it owes us. */
  readonly balanceMinor: number;
  /** How far the balance, and what is owed on invoices, may go below nothing together. */
  readonly creditMinor: number;
  /** Days to pay an invoice; null where it may not buy on one. */
  readonly invoiceDays: number | null;
  /** What it writes on a transfer that is for its balance. */
  readonly reference: string;
  /** What is open on its invoices. */
  readonly invoicedMinor: number;
}

/** The account of the ledger that holds a reseller's balance. It belongs to no programme. */
export function balanceAccount(resellerId: string, currency: string): Account {
  return { programme: "none", region: "none", currency, kind: "reseller_balance", party: resellerId };
}

/** What it can still spend. */
export function availableOf({
  balanceMinor,
  creditMinor,
  invoicedMinor,
}: Pick<ResellerAccount, "balanceMinor" | "creditMinor" | "invoicedMinor">): number {
  return balanceMinor + creditMinor - invoicedMinor;
}

/** What a payment out of a reseller's account is called: whose it was, and which try. */
export function paymentRef(resellerId: string, attemptKey: string): string {
  return `${publicId("rsl", resellerId)}/${attemptKey}`;
}

/** The reseller whose account a payment was made from; undefined for every other payment. */
export function resellerIn(providerRef: string | null): string | undefined {
  return readPublicId("rsl", providerRef?.split("/")[0] ?? "")?.rootId;
}
