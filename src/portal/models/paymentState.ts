import type { ChargeView } from "../../money/index.ts";
import type { PaymentState } from "../pages/paymentPage.ts";

/** How the newest try to pay a charge stands; nothing is owed and nothing tried where there is no charge. */
export function paymentStateOf(
  charge: Pick<ChargeView, "state" | "payment"> | null | undefined,
): PaymentState {
  if (charge?.state === "captured") {
    return "captured";
  }
  const tries = {
    pending: "pending",
    unknown: "unknown",
    succeeded: "captured",
    failed: "declined",
  } as const;
  return charge?.payment ? tries[charge.payment.state] : "none";
}

export function isUnderway(state: PaymentState): boolean {
  return state === "pending" || state === "unknown";
}
