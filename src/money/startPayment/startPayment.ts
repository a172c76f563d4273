import { accepted, badField, type Decision, type Tx } from "../../platform/index.ts";
import { startAttempt } from "../attempts/index.ts";
import { giveUpTransfer } from "../bank/index.ts";
import { keptCardNo, keptCardOf } from "../cards/index.ts";
import { type Charge, type ChargeView, chargeView } from "../charge.ts";
import { chargeMatter } from "../charges/index.ts";
import { methods, providerOf } from "../providers/index.ts";
import { refuse } from "../refusals.ts";
import { decideStartPayment } from "./decideStartPayment.ts";
import { payFromAccount } from "./payFromAccount.ts";

/**
 * Starts collecting a charge whose root the caller has locked. The provider is called by a job after the
 * commit. Errors: Problem 400 for a method no provider takes.
 */
export async function startPayment(tx: Tx, charge: Charge, method: string): Promise<Decision<ChargeView>> {
  const { reseller } = tx.caller;
  if (reseller !== undefined && (method === "balance" || method === "invoice")) {
    return await payFromAccount(tx, charge, reseller.id, method);
  }
  const provider = await providerFor(tx, charge, method);
  if (provider === undefined) {
    const takes = methods(tx.platform);
    const way =
      takes.length > 0
        ? `Pay by one of: ${takes.join(", ")}.`
        : "This installation has no way to pay yet. Ask its operator.";
    throw badField("/method", "unknown_method", way);
  }
  const isFree = await giveUpTransfer(tx, charge);
  const decision = decideStartPayment(isFree ? { state: charge.state, attempt: null } : charge);
  if (decision.refused !== undefined) {
    return decision;
  }
  const { rootId, no, purpose, subjectNo, amountMinor, currency } = charge;
  const told = { purpose, subjectNo, amount: { amount: amountMinor, currency } };
  const attempt = await startAttempt(tx, chargeMatter, rootId, no, { provider, method, told });
  if (attempt === undefined) {
    return refuse("payment_underway");
  }
  const started = {
    no: attempt.attemptNo,
    method,
    state: "pending",
    reason: null,
    nextUrl: null,
    answered: false,
  } as const;
  return accepted(chargeView({ ...charge, attempt: started }));
}

/** The name of who takes it. A kept card is taken from by ourselves alone, as its holder has agreed. */
async function providerFor(tx: Tx, { rootId }: Charge, method: string): Promise<string | undefined> {
  const cardNo = keptCardNo(method);
  if (cardNo === undefined) {
    return mayBeInvoiced(tx, method) ? providerOf(tx.platform, method)?.name : undefined;
  }
  const card = tx.caller.role === "system" ? await keptCardOf(tx, rootId, cardNo) : undefined;
  return card?.state === "kept" && card.unwantedAt === null ? card.provider : undefined;
}

/** Whoever buys to sell again may pay by invoice; everybody else pays first. A balance is a contract's. */
function mayBeInvoiced({ caller }: Tx, method: string): boolean {
  if (method === "balance") {
    return false;
  }
  return method !== "invoice" || caller.role === "reseller" || caller.role === "manager";
}
