import type Stripe from "stripe";
import type { Instruction, ProviderAnswer } from "../../matter.ts";
import { fromStripe, toStripe } from "./stripeAmounts.ts";

/** The name of our key in what Stripe keeps for us. */
export const KEY = "evermend_key";

/** A payer who has not finished at their bank by then will not. */
const ABANDONED_HOURS = 24;

/** `card:pm_…`, and behind another colon the customer whose saved card it is. */
const GIVEN_CARD = /^card:(pm_\w{1,60})(?::(cus_\w{1,60}))?$/;

/** Whether a method names a card that Stripe holds. */
export function isGivenCard(method: string): boolean {
  return GIVEN_CARD.test(method);
}

/** A card that Stripe has, and the customer whose saved card it is; then nobody is there to be asked. */
export interface CardAtStripe {
  readonly card: string;
  readonly customer: string | undefined;
}

/** The card an instruction names: a kept one, or one in its method; undefined where a page is needed. */
export function cardOf({ card, method }: Pick<Instruction, "card" | "method">): CardAtStripe | undefined {
  if (card !== undefined) {
    return { card: card.cardRef, customer: card.customerRef ?? undefined };
  }
  const [, given, customer] = GIVEN_CARD.exec(method) ?? [];
  return given === undefined ? undefined : { card: given, customer };
}

/** Pays by a card that Stripe holds, or holds an amount on it. The same key pays once. */
export async function payByIntent(
  stripe: Stripe,
  instruction: Instruction,
  { card, customer }: CardAtStripe,
): Promise<ProviderAnswer> {
  const { key, about, reference, returnUrl } = instruction;
  const sum = toStripe(instruction.amount);
  if (sum === undefined) {
    return { outcome: "failed", reason: "amount_not_payable" };
  }
  const intent = await stripe.paymentIntents.create(
    {
      ...sum,
      payment_method: card,
      allowed_payment_method_types: ["card"],
      ...(customer === undefined ? {} : { customer, off_session: true }),
      confirm: true,
      capture_method: about === "hold" ? "manual" : "automatic",
      ...(returnUrl === undefined || customer !== undefined ? {} : { return_url: returnUrl }),
      description: reference,
      metadata: { [KEY]: key },
      expand: ["latest_charge"],
    },
    { idempotencyKey: key },
  );
  return answerOfIntent(intent);
}

/** What became of an intent; one that its payer has left for a day is given up. */
export async function askIntent(
  stripe: Stripe,
  id: string,
  { startedAt }: Pick<Instruction, "startedAt">,
  now: Temporal.Instant,
): Promise<ProviderAnswer> {
  const intent = await stripe.paymentIntents.retrieve(id, { expand: ["latest_charge"] });
  const isLeft = startedAt !== undefined && now.since(startedAt).total("hours") >= ABANDONED_HOURS;
  if (intent.status === "requires_action" && isLeft) {
    return answerOfIntent(await stripe.paymentIntents.cancel(id, { cancellation_reason: "abandoned" }));
  }
  return answerOfIntent(intent);
}

/** The intent that carries our key, where Stripe's search has it already. */
export async function findIntent(stripe: Stripe, key: string): Promise<Stripe.PaymentIntent | undefined> {
  const found = await stripe.paymentIntents.search({
    query: `metadata["${KEY}"]:"${key}"`,
    expand: ["data.latest_charge"],
  });
  return found.data[0];
}

/** What an intent says of the money. */
export function answerOfIntent(intent: Stripe.PaymentIntent): ProviderAnswer {
  const { id: providerRef, status, currency } = intent;
  switch (status) {
    case "succeeded":
      return { outcome: "succeeded", providerRef, amount: fromStripe(intent.amount_received, currency) };
    case "requires_capture":
      return {
        ...{ outcome: "succeeded", providerRef, amount: fromStripe(intent.amount_capturable, currency) },
        ...lapseOf(intent),
      };
    case "requires_action": {
      const nextUrl = intent.next_action?.redirect_to_url?.url;
      return { outcome: "pending", providerRef, ...(typeof nextUrl === "string" ? { nextUrl } : {}) };
    }
    case "requires_payment_method": {
      const { decline_code: decline, code } = intent.last_payment_error ?? {};
      return { outcome: "failed", providerRef, reason: decline ?? code ?? "declined" };
    }
    case "canceled":
      return { outcome: "failed", providerRef, reason: intent.cancellation_reason ?? "canceled" };
    default:
      return { outcome: "pending", providerRef };
  }
}

/** Until when the card keeps a hold. */
function lapseOf({ latest_charge: charge }: Stripe.PaymentIntent): { captureBefore?: Temporal.Instant } {
  const seconds =
    typeof charge === "object" ? charge?.payment_method_details?.card?.capture_before : undefined;
  return seconds === undefined
    ? {}
    : { captureBefore: Temporal.Instant.fromEpochMilliseconds(seconds * 1000) };
}
