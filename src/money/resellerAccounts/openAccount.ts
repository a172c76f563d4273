import { publicId, type Tx } from "../../platform/index.ts";
import { referenceOf } from "../transfers/index.ts";
import { insertAccount, saveTerms } from "./accountStore.ts";

/** What a reseller agreed to about money. */
export interface AccountTerms {
  readonly resellerId: string;
  readonly currency: string;
  readonly creditMinor: number;
  readonly invoiceDays: number | null;
}

/** Opens the account of a new reseller, with the reference its transfers name. */
export async function openResellerAccount(tx: Tx, terms: AccountTerms): Promise<void> {
  const { resellerId, currency, creditMinor, invoiceDays } = terms;
  const { bankIban = "", bankBic = null, bankHolder, brandName } = tx.platform.config;
  const reference = referenceOf(`${publicId("rsl", resellerId)} ${currency}`);
  const told = [bankIban, bankBic, bankHolder ?? brandName, tx.at];
  await insertAccount(tx, resellerId, currency, creditMinor, invoiceDays, reference, ...told);
}

/** Follows a contract that changed. False: the balance is below what the new credit allows. */
export async function changeResellerAccount(tx: Tx, terms: AccountTerms): Promise<boolean> {
  const { resellerId, currency, creditMinor, invoiceDays } = terms;
  return (await saveTerms(tx, resellerId, currency, creditMinor, invoiceDays)) === 1;
}
