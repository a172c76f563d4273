import type { ChargeView } from "../../money/index.ts";
import { paymentStepOf } from "../models/paymentState.ts";
import type { PageAnswer, Visit } from "../visit/visit.ts";

/** Where Stripe shows its pages; forms of ours may lead there when Stripe is set up. */
export const CHECKOUT = "https://checkout.stripe.com";

/**
 * After a payment was sent: to the bank's page where a form may lead there, else to the page that tells how
 * it stands and has the link.
 */
export function payingOn(visit: Visit, charge: ChargeView | undefined, page: string): PageAnswer {
  return stepOn(visit, paymentStepOf(charge).nextUrl, page);
}

/** To a page of the bank's, or of the provider's, where a form may lead there; else to a page of ours. */
export function stepOn({ platform }: Visit, nextUrl: string | undefined, page: string): PageAnswer {
  if (nextUrl === undefined) {
    return { goTo: page };
  }
  const { origin } = new URL(nextUrl, platform.config.publicUrl);
  const isReached = origin === new URL(platform.config.publicUrl).origin || origin === CHECKOUT;
  return { goTo: isReached ? nextUrl : page };
}
