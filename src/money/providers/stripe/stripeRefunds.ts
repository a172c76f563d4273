import assert from "node:assert/strict";
import type Stripe from "stripe";
import type { Instruction, ProviderAnswer } from "../../matter.ts";
import { KEY } from "./intents.ts";
import { fromStripe, toStripe } from "./stripeAmounts.ts";

/** Pays back, all or a part. */
export async function payBack(stripe: Stripe, { key, of, amount }: Instruction): Promise<ProviderAnswer> {
  assert(of !== undefined, "what is paid back was paid");
  const sum = toStripe(amount);
  if (sum === undefined) {
    return { outcome: "failed", reason: "amount_not_payable" };
  }
  const refund = await stripe.refunds.create(
    { payment_intent: of, amount: sum.amount, metadata: { [KEY]: key } },
    { idempotencyKey: key },
  );
  return answerOfRefund(refund);
}

/** What became of a refund, by its own reference or among those of its payment. */
export async function askRefund(
  stripe: Stripe,
  { key, of, ref }: Instruction,
): Promise<ProviderAnswer | undefined> {
  if (ref?.startsWith("re_") === true) {
    return answerOfRefund(await stripe.refunds.retrieve(ref));
  }
  assert(of !== undefined, "what is paid back was paid");
  for await (const refund of stripe.refunds.list({ payment_intent: of, limit: 100 })) {
    if (refund.metadata?.[KEY] === key) {
      return answerOfRefund(refund);
    }
  }
  return undefined;
}

function answerOfRefund(refund: Stripe.Refund): ProviderAnswer {
  const { id: providerRef, status, currency, failure_reason: why } = refund;
  switch (status) {
    case "succeeded":
      return { outcome: "succeeded", providerRef, amount: fromStripe(refund.amount, currency) };
    case "failed":
    case "canceled":
      return { outcome: "failed", providerRef, reason: why ?? status };
    default:
      return { outcome: "pending", providerRef };
  }
}
