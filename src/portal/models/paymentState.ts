import type { ChargeView, HoldView } from "../../money/index.ts";
import type { PaymentModel, PaymentState } from "../pages/paymentPage.ts";

const tries = { pending: "pending", unknown: "unknown", succeeded: "captured", failed: "declined" } as const;

/** How the newest try to pay a charge stands; nothing is owed and nothing tried where there is no charge. */
export function paymentStateOf(
  charge: Pick<ChargeView, "state" | "payment"> | null | undefined,
): PaymentState {
  if (charge?.state === "captured") {
    return "captured";
  }
  return tryOf(charge?.payment?.state);
}

/** How a try to pay stands, in the words of pages. */
export function tryOf(state: NonNullable<ChargeView["payment"]>["state"] | undefined): PaymentState {
  return state === undefined ? "none" : tries[state];
}

export function isUnderway(state: PaymentState): boolean {
  return state === "pending" || state === "unknown";
}

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

/**
 * What is paid next of a fee that comes after a hold: the hold, until a card stands for it. Undefined where
 * the fee is next, or no card was asked.
 */
export function holdTryOf(
  hold: Pick<HoldView, "payment" | "state"> | undefined,
): (Pick<PaymentModel, "nextUrl" | "transfer"> & { readonly attempt: PaymentState }) | undefined {
  const { payment = null } = hold ?? {};
  if (payment === null || payment.state === "succeeded") {
    return undefined;
  }
  return { nextUrl: payment.nextUrl, attempt: tryOf(payment.state) };
}

/** Whether the payer has something to do before it is paid. */
export function hasStep(charge: Parameters<typeof paymentStepOf>[0]): boolean {
  const { nextUrl, transfer } = paymentStepOf(charge);
  return (nextUrl ?? transfer) !== undefined;
}
