import assert from "node:assert/strict";
import { accepted, badField, type Decision, publicId, type Tx } from "../../platform/index.ts";
import { printMoney } from "../../terms/index.ts";
import { noteOutcome, startAttempt } from "../attempts/index.ts";
import { giveUpTransfer } from "../bank/index.ts";
import { type Charge, type ChargeView, chargeView } from "../charge.ts";
import { chargeMatter } from "../charges/index.ts";
import { tellPayer } from "../providers/index.ts";
import { refuse } from "../refusals.ts";
import { judgeSpend, lockAccount, moveBalance, paymentRef } from "../resellerAccounts/index.ts";
import { chargeOf } from "../store.ts";
import { decideStartPayment } from "./decideStartPayment.ts";

/** The ways to pay that a contract as reseller gives. */
export type AccountMethod = "balance" | "invoice";

/**
 * Pays a charge, its root locked, out of a reseller's balance, or puts it on its invoice. Both at once and
 * whole: the account is locked, so that of orders at the same time none spends what another one has.
 */
export async function payFromAccount(
  tx: Tx,
  charge: Charge,
  resellerId: string,
  method: AccountMethod,
): Promise<Decision<ChargeView>> {
  const { rootId, no, currency, amountMinor, purpose, subjectNo } = charge;
  const isFree = await giveUpTransfer(tx, charge);
  const decision = decideStartPayment(isFree ? { state: charge.state, attempt: null } : charge);
  if (decision.refused !== undefined) {
    return decision;
  }
  const account = await lockAccount(tx, resellerId, currency);
  if (account === undefined) {
    return refuse("account_currency_differs", {
      says: `This reseller has no account in ${currency}.`,
    });
  }
  if (method === "invoice" && account.invoiceDays === null) {
    throw badField("/method", "unknown_method", "This contract has no invoice. Pay by balance or by card.");
  }
  const affordable = judgeSpend(amountMinor, account, (minor) => printMoney(minor, currency));
  if (affordable.refused !== undefined) {
    return affordable;
  }
  const told = { purpose, subjectNo, amount: { amount: amountMinor, currency } };
  const key = await startAttempt(tx, chargeMatter, rootId, no, { provider: method, method, told });
  assert(key !== undefined, "of an open charge without an open try another may be started");
  await (method === "balance"
    ? moveBalance(tx, resellerId, currency, -amountMinor)
    : tellPayer(tx.platform, publicId("chg", rootId, no), tx));
  const providerRef = paymentRef(resellerId, `${publicId("chg", rootId, no)}_${key.attemptNo}`);
  await noteOutcome(tx, chargeMatter, key, { outcome: "succeeded", providerRef });
  const paid = await chargeOf(tx, rootId, no);
  return accepted(chargeView(paid ?? charge));
}
