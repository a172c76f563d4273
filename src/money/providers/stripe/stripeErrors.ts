import Stripe from "stripe";
import type { ProviderAnswer } from "../../matter.ts";

const { errors } = Stripe;

/**
 * What an error of Stripe's says about the money. A card that says no has said it; a request that Stripe
 * refuses as wrong has moved nothing. Everything else (no line, 5xx, too many at once, the same key at work,
 * a key that is not valid) is unknown, and asked about again.
 */
export function answerOfError(error: unknown): ProviderAnswer {
  if (!(error instanceof errors.StripeError) || error.statusCode === 409) {
    return { outcome: "unknown" };
  }
  const isNo =
    error instanceof errors.StripeCardError ||
    (error instanceof errors.StripeInvalidRequestError && error.statusCode !== 429);
  if (!isNo) {
    return { outcome: "unknown", ...(error.code === undefined ? {} : { reason: error.code }) };
  }
  const reason = error.decline_code ?? error.code ?? "request_refused";
  const ref = error.payment_intent?.id;
  return { outcome: "failed", reason, ...(ref === undefined ? {} : { providerRef: ref }) };
}

/** Calls Stripe; what it throws is read as an answer. */
export async function heard(call: () => Promise<ProviderAnswer>): Promise<ProviderAnswer> {
  try {
    return await call();
  } catch (error) {
    return answerOfError(error);
  }
}
