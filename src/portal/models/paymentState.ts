import type { ChargeView } from "../../money/index.ts";
import type { PaymentState } from "../pages/paymentPage.ts";

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
