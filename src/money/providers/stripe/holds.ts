import assert from "node:assert/strict";
import type Stripe from "stripe";
import type { Instruction, ProviderAnswer } from "../../matter.ts";
import type { CardAtStripe } from "./intents.ts";
import { fromStripe, toStripe } from "./stripeAmounts.ts";

/** Takes what was held, or lets it go. The intent itself knows whether that was done. */
export async function endHold(stripe: Stripe, instruction: Instruction): Promise<ProviderAnswer> {
  const { about, key, of } = instruction;
  assert(of !== undefined, "what is captured or released was held");
  const sum = toStripe(instruction.amount);
  if (sum === undefined) {
    return { outcome: "failed", reason: "amount_not_payable" };
  }
  const options = { idempotencyKey: key };
  const intent =
    about === "capture"
      ? await stripe.paymentIntents.capture(of, { amount_to_capture: sum.amount }, options)
      : await stripe.paymentIntents.cancel(of, {}, options);
  return ended(intent, about) ?? { outcome: "pending", providerRef: of };
}

/**
 * The card that was held before, where a hold is placed anew and its payer is not there. One that was given
 * by a method of its own is asked by that.
 */
export async function cardOfHold(
  stripe: Stripe,
  { about, of, method }: Instruction,
): Promise<CardAtStripe | undefined> {
  if (about !== "hold" || of === undefined || method.includes(":")) {
    return undefined;
  }
  return cardIn(await stripe.paymentIntents.retrieve(of));
}

function cardIn({ payment_method: card, customer }: Stripe.PaymentIntent): CardAtStripe | undefined {
  const id = typeof card === "string" ? card : card?.id;
  const whose = typeof customer === "string" ? customer : customer?.id;
  return id === undefined ? undefined : { card: id, customer: whose };
}

/** An instruction with the card that was held, so that it can be forgotten. */
export async function withHeldCard(stripe: Stripe, instruction: Instruction): Promise<Instruction> {
  const { of, method } = instruction;
  assert(of !== undefined, "what was held has a reference");
  const held = cardIn(await stripe.paymentIntents.retrieve(of));
  assert(held !== undefined, "what was held was held by a card");
  return { ...instruction, card: { cardRef: held.card, customerRef: held.customer ?? null, method } };
}

/** What became of a capture or a release; undefined while the hold stands. */
export async function askEndOfHold(
  stripe: Stripe,
  { about, of }: Instruction,
): Promise<ProviderAnswer | undefined> {
  assert(of !== undefined, "what is captured or released was held");
  return ended(await stripe.paymentIntents.retrieve(of), about);
}

function ended(intent: Stripe.PaymentIntent, about: Instruction["about"]): ProviderAnswer | undefined {
  const { id: providerRef, status, currency } = intent;
  if (status === "succeeded") {
    const amount = fromStripe(intent.amount_received, currency);
    return about === "capture"
      ? { outcome: "succeeded", providerRef, amount }
      : { outcome: "failed", providerRef, reason: "captured" };
  }
  if (status === "canceled") {
    return about === "release"
      ? { outcome: "succeeded", providerRef }
      : { outcome: "failed", providerRef, reason: "released" };
  }
  return undefined;
}
