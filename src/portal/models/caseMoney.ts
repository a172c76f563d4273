import type { ClaimShape } from "../../claims/index.ts";
import type { HoldView } from "../../money/index.ts";
import type { CaseModel } from "../pages/casePage.ts";
import type { PaymentState } from "../pages/paymentPage.ts";
import { en } from "../words/en.ts";
import { formatMoney } from "../words/formatMoney.ts";
import { isOver } from "./caseSentence.ts";
import { asReceipt } from "./receiptSteps.ts";

const words = en.claim;

/**
 * Now, later, back: what is due, what may be, what returns. A fee is written once it is known and never
 * guessed.
 */
export function caseMoney(claim: ClaimShape, payment: PaymentState, hold?: HoldView): CaseModel["money"] {
  const money = feeMoney(claim, payment);
  if (hold === undefined || hold.state === "wanted" || hold.state === "released" || hold.state === "lapsed") {
    return money;
  }
  const { advance } = words;
  if (hold.state === "captured") {
    return { ...money, now: `${money.now}, ${advance.taken(formatMoney(hold.captured))}` };
  }
  const sum = formatMoney(hold.amount);
  return { ...money, now: `${money.now}, ${advance.held(sum)}`, back: advance.freed(sum) };
}

/** Who says what it comes to: of a device that is gone no bench does. */
const openMoney = ({ next }: ClaimShape): string =>
  next.what === "analyse" ? words.moneyByRecord : words.moneyOpen;

function feeMoney(claim: ClaimShape, payment: PaymentState): CaseModel["money"] {
  const { state, fee, receipt } = claim;
  const promised = asReceipt(receipt).fee;
  const back = words.moneyNothing;
  const nothing = { now: words.moneyNothing, later: words.moneyNothing, back };
  if (isOver(claim)) {
    return nothing;
  }
  if (fee !== undefined && state === "chosen") {
    const sum = formatMoney(fee);
    const due = { captured: words.moneyPaid, pending: words.moneyComes, unknown: words.moneyComes };
    return { ...nothing, now: (due[payment as keyof typeof due] ?? words.moneyDue)(sum) };
  }
  if (fee !== undefined && fee.amount > 0) {
    return { ...nothing, now: words.moneyPaid(formatMoney(fee)) };
  }
  const open = state === "reported" || state === "received" || state === "inspected";
  if (!open || promised === null) {
    return { ...nothing, later: open ? openMoney(claim) : words.moneyNothing };
  }
  const sum = { amount: promised.amount, currency: promised.currency ?? "EUR" };
  return { ...nothing, later: sum.amount === 0 ? words.moneyNothing : words.moneyFee(formatMoney(sum)) };
}
