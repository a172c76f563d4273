import type Stripe from "stripe";
import type { Instruction, ProviderAnswer } from "../../matter.ts";
import { answerOfIntent, KEY } from "./intents.ts";
import { toStripe } from "./stripeAmounts.ts";

/** How long a payer may take on Stripe's page: as long as Stripe remembers our keys, less an hour. */
export const OPEN_HOURS = 23;

/** Opens Stripe's own page for a payer, who comes back when they have paid or thought better of it. */
export async function openSession(
  stripe: Stripe,
  { key, about, amount, reference, returnUrl = "", startedAt }: Instruction,
): Promise<ProviderAnswer> {
  const sum = toStripe(amount);
  if (sum === undefined) {
    return { outcome: "failed", reason: "amount_not_payable" };
  }
  const price = { currency: sum.currency, unit_amount: sum.amount, product_data: { name: reference } };
  const ends = startedAt?.add({ hours: OPEN_HOURS }).epochMilliseconds;
  const session = await stripe.checkout.sessions.create(
    {
      mode: "payment",
      allowed_payment_method_types: ["card"],
      line_items: [{ quantity: 1, price_data: price }],
      // A hold that lasts longer than its card allows is placed anew while its payer is not there.
      ...(about === "hold" ? { customer_creation: "always" as const } : {}),
      client_reference_id: key,
      metadata: { [KEY]: key },
      payment_intent_data: {
        ...(about === "hold"
          ? { capture_method: "manual" as const, setup_future_usage: "off_session" as const }
          : { capture_method: "automatic" as const }),
        description: reference,
        metadata: { [KEY]: key },
      },
      ...(ends === undefined ? {} : { expires_at: Math.floor(ends / 1000) }),
      success_url: returnUrl,
      cancel_url: returnUrl,
    },
    { idempotencyKey: key },
  );
  return await answerOfSession(stripe, session);
}

/** What became of a page. */
export async function askSession(stripe: Stripe, id: string): Promise<ProviderAnswer> {
  return await answerOfSession(stripe, await stripe.checkout.sessions.retrieve(id));
}

async function answerOfSession(stripe: Stripe, session: Stripe.Checkout.Session): Promise<ProviderAnswer> {
  const { id: providerRef, status, url, payment_intent: intent } = session;
  if (status === "expired") {
    return { outcome: "failed", providerRef, reason: "expired" };
  }
  if (status === "open") {
    return { outcome: "pending", providerRef, ...(url === null ? {} : { nextUrl: url }) };
  }
  const id = typeof intent === "string" ? intent : intent?.id;
  return id === undefined
    ? { outcome: "pending", providerRef }
    : answerOfIntent(await stripe.paymentIntents.retrieve(id, { expand: ["latest_charge"] }));
}
