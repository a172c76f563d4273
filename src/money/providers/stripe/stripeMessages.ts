import type Stripe from "stripe";
import { type Platform, Problem } from "../../../platform/index.ts";
import type { DisputeReport, ProviderEvent, ProviderMessage } from "../../matter.ts";
import { KEY } from "./intents.ts";
import { fromStripe } from "./stripeAmounts.ts";
import { stripeOf } from "./stripeClient.ts";

/** How old a message may be: what was overheard once is worth nothing later. */
const TOLERANCE_SECONDS = 300;

/** Reads a message of Stripe's after its signature, by Stripe's own code. Errors: Problem 401. */
export async function readStripeMessage(
  { config }: Platform,
  { body, headers }: ProviderMessage,
): Promise<ProviderEvent> {
  const { stripeWebhookSecret: secret } = config;
  if (config.stripeKey === undefined || secret === undefined) {
    throw new Problem(401, "signature_not_valid", "This installation has no secret to check messages with.");
  }
  try {
    const header = String(headers["stripe-signature"] ?? "");
    const event = stripeOf(config).webhooks.constructEvent(body, header, secret, TOLERANCE_SECONDS);
    return { id: event.id, kind: event.type, ...named(event) };
  } catch {
    throw new Problem(
      401,
      "signature_not_valid",
      "Stripe has not signed this, or more than five minutes ago.",
    );
  }
}

/** What of ours a message is about; nothing for the many kinds that are about something else. */
function named({ type, data }: Stripe.Event): Pick<ProviderEvent, "key" | "ref" | "dispute"> {
  const object = data.object as unknown as Readonly<Record<string, unknown>>;
  const text = (name: string) => (typeof object[name] === "string" ? object[name] : undefined);
  if (type.startsWith("charge.dispute.")) {
    return text("status")?.startsWith("warning") === true ? {} : { dispute: text("id") };
  }
  if (!/^(?:payment_intent|checkout\.session|charge|refund)\./.test(type)) {
    return {};
  }
  const metadata = object.metadata as Readonly<Record<string, string>> | null | undefined;
  const key = metadata?.[KEY];
  return key === undefined ? { ref: text("payment_intent") ?? text("id") } : { key };
}

const ENDED: ReadonlyMap<string, "won" | "lost"> = new Map([
  ["won", "won"],
  ["lost", "lost"],
]);

/** What Stripe says of a dispute. */
export async function askStripeDispute({ config }: Platform, id: string): Promise<DisputeReport | undefined> {
  const dispute = await stripeOf(config).disputes.retrieve(id);
  const { payment_intent: intent, status, evidence_details: evidence } = dispute;
  const of = typeof intent === "string" ? intent : intent?.id;
  if (of === undefined || status.startsWith("warning")) {
    return undefined;
  }
  const instant = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
  const fees = dispute.balance_transactions.map(({ fee }) => fee);
  return {
    ...{ providerRef: id, of, amount: fromStripe(dispute.amount, dispute.currency), reason: dispute.reason },
    feeMinor: fees.reduce((sum, fee) => sum + fee, 0),
    state: ENDED.get(status) ?? "opened",
    openedAt: instant(dispute.created),
    answerBy: typeof evidence.due_by === "number" ? instant(evidence.due_by) : null,
  };
}
