import type Stripe from "stripe";
import type { Platform } from "../../../platform/index.ts";
import type { ToldLine } from "../../toldLine.ts";
import { fromStripe } from "./stripeAmounts.ts";
import { stripeOf } from "./stripeClient.ts";

const NOTHING = { ourKey: null, ofReference: null, programme: null, weightGrams: null, quantity: null };

const PAYMENTS: readonly string[] = ["charge", "payment"];
const REFUNDS: readonly string[] = ["refund", "payment_refund"];
const DISPUTES: readonly string[] = ["adjustment"];

/** Stripe's balance transactions, as a report says them. */
export async function stripeLines(
  { config }: Pick<Platform, "config">,
  since: Temporal.Instant,
): Promise<ToldLine[]> {
  const lines: ToldLine[] = [];
  const created = { gte: Math.floor(since.epochMilliseconds / 1000) };
  const told = stripeOf(config).balanceTransactions.list({ created, limit: 100, expand: ["data.source"] });
  for await (const transaction of told) {
    const line = stripeLine(transaction);
    if (line !== undefined) {
      lines.push(line);
    }
  }
  return lines;
}

/** A balance transaction as a line; undefined for what moves nothing between Stripe and us. */
export function stripeLine(transaction: Stripe.BalanceTransaction): ToldLine | undefined {
  const { id, type, amount, fee, currency, created, source } = transaction;
  const sum = fromStripe(Math.abs(amount), currency);
  const object = typeof source === "object" && source !== null ? source : undefined;
  const line = {
    ...NOTHING,
    ...{ theirId: id, amountMinor: sum.amount, currency: sum.currency },
    feeMinor: fromStripe(Math.max(0, fee), currency).amount,
    at: Temporal.Instant.fromEpochMilliseconds(created * 1000),
  };
  if (PAYMENTS.includes(type) && object?.object === "charge") {
    const { payment_intent: intent, metadata } = object;
    const reference = typeof intent === "string" ? intent : (intent?.id ?? object.id);
    return { ...line, entry: "payment", reference, ourKey: metadata.evermend_key ?? null };
  }
  if (REFUNDS.includes(type) && object?.object === "refund") {
    const { payment_intent: intent, metadata } = object;
    const ofReference = typeof intent === "string" ? intent : (intent?.id ?? null);
    return {
      ...line,
      entry: "refund",
      reference: object.id,
      ofReference,
      ourKey: metadata?.evermend_key ?? null,
    };
  }
  if (DISPUTES.includes(type) && object?.object === "dispute") {
    const { payment_intent: intent } = object;
    const ofReference = typeof intent === "string" ? intent : (intent?.id ?? null);
    return { ...line, entry: amount < 0 ? "dispute" : "dispute_won", reference: object.id, ofReference };
  }
  if (type === "payout") {
    return { ...line, entry: "payout", reference: object?.id ?? id };
  }
  return ["stripe_fee", "application_fee", "tax_fee"].includes(type)
    ? { ...line, entry: "fee", reference: id }
    : undefined;
}
