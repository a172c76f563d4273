import type { ChargeView } from "../../money/index.ts";
import type { PaymentModel } from "../pages/paymentPage.ts";

/** What is left to do of a payment that is on its way: a page elsewhere, a transfer; nothing otherwise. */
export function paymentStepOf(
  charge: Pick<ChargeView, "amount" | "state" | "payment"> | null | undefined,
): Pick<PaymentModel, "nextUrl" | "transfer"> {
  const { payment = null, amount, state } = charge ?? {};
  if (payment?.state !== "pending" || state !== "open" || amount === undefined) {
    return {};
  }
  const { nextUrl, transfer } = payment;
  return { nextUrl, transfer: transfer && { ...transfer, total: amount } };
}

/** Whether the payer has something to do before it is paid. */
export function hasStep(charge: Parameters<typeof paymentStepOf>[0]): boolean {
  const { nextUrl, transfer } = paymentStepOf(charge);
  return (nextUrl ?? transfer) !== undefined;
}
