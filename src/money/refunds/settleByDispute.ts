import assert from "node:assert/strict";
import type { Tx } from "../../platform/index.ts";
import { post } from "../ledger/index.ts";
import { moveBalance } from "../resellerAccounts/index.ts";
import { type Refund, unsettledOf } from "./refund.ts";
import { meetDue } from "./refundDue.ts";
import { type PaidFrom, partPostings } from "./refundPostings.ts";
import { paidCharge, paidTooMuch, unpaidOfCharge } from "./refundStore.ts";
import { settleBalance } from "./settleBalance.ts";
import { settledEvent, settleParts, takeOff } from "./settleParts.ts";

/**
 * Takes off the refunds of a charge what a lost dispute has paid of them, on a root the caller has locked:
 * the payer has that from the bank, so nobody pays it again; what the dispute has cost us is less by as much.
 * Only what would be above the payment together is surely the same money: the bank may have meant another
 * part of it. First kindness, then what is owed for plans, then what was put into the payer's balance and was
 * not paid out of it. What is being paid now is left as it is.
 */
export async function settleByDispute(tx: Tx, rootId: string, chargeNo: number): Promise<void> {
  const [charge, { tooMuchMinor }] = await Promise.all([
    paidCharge(tx, rootId, chargeNo),
    paidTooMuch(tx, rootId, chargeNo),
  ]);
  assert(charge !== undefined, "a dispute is of a charge");
  if (tooMuchMinor === 0) {
    return;
  }
  let roomMinor = tooMuchMinor;
  const provider = charge.provider ?? "";
  for (const refund of await unpaidOfCharge(tx, rootId, chargeNo)) {
    const amountMinor = Math.min(roomMinor, unsettledOf(refund));
    if (amountMinor > 0) {
      roomMinor -= amountMinor;
      await settle(tx, refund, amountMinor, provider);
    }
  }
  if (roomMinor > 0) {
    await settleBalance(tx, { rootId, chargeNo, provider }, roomMinor);
  }
}

async function settle(tx: Tx, refund: Refund, amountMinor: number, provider: string): Promise<void> {
  const { rootId, no, settledMinor, lines } = refund;
  const settled = await takeOff(tx, refund, amountMinor);
  const costs = await coveredBy(tx, refund, amountMinor, provider);
  const postings = partPostings(refund, settleParts(lines, amountMinor), costs);
  await post(tx, rootId, `refund/${no}/settled/${settledMinor}`, postings);
  if (settled.state === "paid") {
    meetDue(tx, settled);
  }
  tx.record(rootId, [settledEvent(settled, amountMinor)]);
}

/** What a bank took of a top-up is off the balance it was for since then, and is no cost of ours. */
async function coveredBy(
  tx: Tx,
  { kind, rootId, currency }: Refund,
  amountMinor: number,
  provider: string,
): Promise<PaidFrom> {
  if (kind !== "reseller_balance") {
    return { kind: "provider_costs", party: provider };
  }
  await moveBalance(tx, rootId, currency, amountMinor);
  return { kind: "reseller_balance", party: rootId };
}
