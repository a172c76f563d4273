import type Stripe from "stripe";
import type { Platform } from "../../../platform/index.ts";
import type { Entry, ToldLine } from "../../toldLine.ts";
import { KEY } from "./intents.ts";
import { fromStripe } from "./stripeAmounts.ts";
import { stripeOf } from "./stripeClient.ts";

const NOTHING = { ourKey: null, ofReference: null, programme: null, weightGrams: null, quantity: null };

const FEES: readonly string[] = ["stripe_fee", "stripe_fx_fee", "application_fee", "tax_fee"];

/** What Stripe puts aside of our balance and gives back: nothing comes or goes. */
const PUT_ASIDE =
  /^(?:reserve_|reserved_funds$|payment_network_reserve_|payout_minimum_balance_|issuing_authorization_)/;

/** Stripe's balance transactions, as a report says them. */
export async function stripeLines(
  { config }: Pick<Platform, "config">,
  since: Temporal.Instant,
): Promise<ToldLine[]> {
  const lines: ToldLine[] = [];
  const created = { gte: Math.floor(since.epochMilliseconds / 1000) };
  const told = stripeOf(config).balanceTransactions.list({ created, limit: 100, expand: ["data.source"] });
  for await (const transaction of told) {
    lines.push(...linesOf(transaction));
  }
  return lines;
}

/**
 * A balance transaction as lines: what was done, in the currency it was done in, and where that is another
 * than our balance's, what was kept for it in that. What we do not know by name is told as money that came or
 * went, so that a person sees it. Nothing for what only moves within our balance.
 */
export function linesOf(transaction: Stripe.BalanceTransaction): readonly ToldLine[] {
  const { id, type, fee } = transaction;
  if (PUT_ASIDE.test(type)) {
    return [];
  }
  const balance = fromStripe(Math.abs(transaction.amount), transaction.currency);
  const kept = fromStripe(Math.max(0, fee), transaction.currency).amount;
  const at = Temporal.Instant.fromEpochMilliseconds(transaction.created * 1000);
  const { sum = balance, ...what } = doneBy(transaction);
  const line = { ...NOTHING, theirId: id, at, amountMinor: sum.amount, currency: sum.currency, ...what };
  if (sum.currency === balance.currency) {
    return [{ ...line, feeMinor: kept }];
  }
  const itsFee = { ...NOTHING, entry: "fee", theirId: `${id}_fee`, reference: id, at } as const;
  return [
    { ...line, feeMinor: 0 },
    ...(kept > 0 ? [{ ...itsFee, amountMinor: kept, feeMinor: 0, currency: balance.currency }] : []),
  ];
}

type Done = Pick<ToldLine, "entry" | "reference"> &
  Partial<Pick<ToldLine, "ourKey" | "ofReference">> & { readonly sum?: ReturnType<typeof fromStripe> };

function doneBy({ id, type, amount, source }: Stripe.BalanceTransaction): Done {
  const object = typeof source === "object" ? source : null;
  if (FEES.includes(type)) {
    return { entry: "fee", reference: id };
  }
  if (type === "payout") {
    return { entry: "payout", reference: object?.id ?? id };
  }
  switch (object?.object) {
    case "charge": {
      const { amount_captured: took, currency, metadata } = object;
      const sum = fromStripe(took, currency);
      return { entry: "payment", reference: idOf(object) ?? object.id, ourKey: metadata[KEY] ?? null, sum };
    }
    case "refund": {
      const told = { reference: object.id, ofReference: idOf(object) };
      const sum = fromStripe(object.amount, object.currency);
      // One that came back is no refund of ours any more: money that came.
      return amount < 0
        ? { entry: "refund", ...told, ourKey: object.metadata?.[KEY] ?? null, sum }
        : { entry: "payment", ...told, sum };
    }
    case "dispute": {
      const sum = fromStripe(object.amount, object.currency);
      const entry: Entry = amount < 0 ? "dispute" : "dispute_won";
      return { entry, reference: object.id, ofReference: idOf(object), sum };
    }
    default:
      return { entry: amount < 0 ? "refund" : "payment", reference: object?.id ?? id };
  }
}

/** The intent a thing is of. */
function idOf({ payment_intent: intent }: { payment_intent?: Stripe.PaymentIntent | string | null }) {
  return typeof intent === "string" ? intent : (intent?.id ?? null);
}
