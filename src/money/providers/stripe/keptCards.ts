import assert from "node:assert/strict";
import Stripe from "stripe";
import type { CardTold, Instruction, ProviderAnswer } from "../../matter.ts";
import { KEY } from "./intents.ts";
import { OPEN_HOURS } from "./sessions.ts";

const WITH_CARD = { expand: ["setup_intent.payment_method"] };

/**
 * Opens Stripe's own page where a payer gives a card to be kept. Their bank is asked there and then whether
 * it may be charged while nobody is there.
 */
export async function openCardPage(
  stripe: Stripe,
  { key, amount, returnUrl = "", startedAt }: Instruction,
): Promise<ProviderAnswer> {
  const ends = startedAt?.add({ hours: OPEN_HOURS }).epochMilliseconds;
  const session = await stripe.checkout.sessions.create(
    {
      mode: "setup",
      currency: amount.currency.toLowerCase(),
      allowed_payment_method_types: ["card"],
      customer_creation: "always",
      client_reference_id: key,
      metadata: { [KEY]: key },
      setup_intent_data: { metadata: { [KEY]: key } },
      ...(ends === undefined ? {} : { expires_at: Math.floor(ends / 1000) }),
      success_url: returnUrl,
      cancel_url: returnUrl,
    },
    { idempotencyKey: key },
  );
  return answerOfPage(session);
}

/** What became of the page, and which card is kept now. */
export async function askCardPage(stripe: Stripe, id: string): Promise<ProviderAnswer> {
  return answerOfPage(await stripe.checkout.sessions.retrieve(id, WITH_CARD));
}

function answerOfPage(session: Stripe.Checkout.Session): ProviderAnswer {
  const { id: providerRef, status, url, customer, setup_intent: intent } = session;
  if (status === "expired") {
    return { outcome: "failed", providerRef, reason: "expired" };
  }
  if (status === "open") {
    return { outcome: "pending", providerRef, ...(url === null ? {} : { nextUrl: url }) };
  }
  const method = typeof intent === "object" ? intent?.payment_method : undefined;
  const card = typeof method === "object" && method !== null ? toldOf(method, idOf(customer)) : undefined;
  return card === undefined
    ? { outcome: "pending", providerRef }
    : { outcome: "succeeded", providerRef, card };
}

function toldOf({ id, card }: Stripe.PaymentMethod, customerRef: string | null): CardTold | undefined {
  if (card === undefined) {
    return undefined;
  }
  const month = Temporal.PlainYearMonth.from({ year: card.exp_year, month: card.exp_month });
  return {
    ...{ cardRef: id, customerRef, brand: card.brand, lastFour: card.last4 },
    expiresOn: month.toPlainDate({ day: month.daysInMonth }),
  };
}

function idOf(customer: Stripe.Checkout.Session["customer"]): string | null {
  return typeof customer === "string" ? customer : (customer?.id ?? null);
}

/** Has Stripe forget a card, and the customer that was made for it. */
export async function forgetKept(stripe: Stripe, instruction: Instruction): Promise<ProviderAnswer> {
  const { cardRef, customerRef } = meant(instruction);
  if (await isAttached(stripe, cardRef)) {
    await stripe.paymentMethods.detach(cardRef);
  }
  if (customerRef !== null) {
    await stripe.customers.del(customerRef);
  }
  return { outcome: "succeeded", providerRef: cardRef };
}

/** Whether Stripe has forgotten it; undefined while it has not. */
export async function askForgotten(
  stripe: Stripe,
  instruction: Instruction,
): Promise<ProviderAnswer | undefined> {
  const { cardRef, customerRef } = meant(instruction);
  const isGone = customerRef === null || (await stripe.customers.retrieve(customerRef)).deleted === true;
  return isGone && !(await isAttached(stripe, cardRef))
    ? { outcome: "succeeded", providerRef: cardRef }
    : undefined;
}

async function isAttached(stripe: Stripe, cardRef: string): Promise<boolean> {
  try {
    return (await stripe.paymentMethods.retrieve(cardRef)).customer !== null;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError && error.code === "resource_missing") {
      return false;
    }
    throw error;
  }
}

function meant({ card }: Instruction): NonNullable<Instruction["card"]> {
  assert(card !== undefined, "what is to be forgotten is kept");
  return card;
}
