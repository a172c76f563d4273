import type Stripe from "stripe";
import type { Instruction, Provider, ProviderAnswer } from "../../matter.ts";
import { askEndOfHold, endHold } from "./holds.ts";
import { answerOfIntent, askIntent, findIntent, isGivenCard, payByIntent } from "./intents.ts";
import { askSession, openSession } from "./sessions.ts";
import { stripeOf } from "./stripeClient.ts";
import { answerOfError, heard } from "./stripeErrors.ts";
import { stripeLines } from "./stripeLines.ts";
import { askStripeDispute, readStripeMessage } from "./stripeMessages.ts";
import { askRefund, payBack } from "./stripeRefunds.ts";

/** For how long Stripe remembers a key, less an hour: sent again after that, it would pay again. */
const REMEMBERED_HOURS = 23;

/**
 * Cards by Stripe: `card` opens Stripe's page for the payer, `card:pm_…` pays by a card Stripe holds. Within
 * a day the way to ask about a key of which nothing else is known is to send it again; later Stripe's search
 * has it.
 */
export const stripeProvider: Provider = {
  name: "stripe",
  methods: ["card"],
  takes: isGivenCard,
  async carryOut({ config }, instruction) {
    const stripe = stripeOf(config);
    return await heard(async () => {
      switch (instruction.about) {
        case "refund":
          return await payBack(stripe, instruction);
        case "capture":
        case "release":
          return await endHold(stripe, instruction);
        default:
          return isGivenCard(instruction.method)
            ? await payByIntent(stripe, instruction)
            : await openSession(stripe, instruction);
      }
    });
  },
  async ask({ config, clock }, instruction) {
    try {
      return await ask(stripeOf(config), instruction, clock.now());
    } catch (error) {
      const { outcome, reason } = answerOfError(error);
      // A question that is refused says nothing about the money.
      return { outcome: "unknown", ...(outcome === "failed" && reason !== undefined ? { reason } : {}) };
    }
  },
  readMessage: readStripeMessage,
  askDispute: askStripeDispute,
  tellLines: stripeLines,
};

async function ask(
  stripe: Stripe,
  instruction: Instruction,
  now: Temporal.Instant,
): Promise<ProviderAnswer | undefined> {
  const { about, ref, key, startedAt, method } = instruction;
  if (about === "refund") {
    return await askRefund(stripe, instruction);
  }
  if (about === "capture" || about === "release") {
    return await askEndOfHold(stripe, instruction);
  }
  if (ref?.startsWith("cs_") === true) {
    return await askSession(stripe, ref);
  }
  if (ref?.startsWith("pi_") === true) {
    return await askIntent(stripe, ref, instruction, now);
  }
  const found = await findIntent(stripe, key);
  if (found !== undefined) {
    return answerOfIntent(found);
  }
  const isForgotten = startedAt !== undefined && now.since(startedAt).total("hours") >= REMEMBERED_HOURS;
  // A page that nobody knows of has closed by now, unpaid.
  return isForgotten && !isGivenCard(method) ? { outcome: "failed", reason: "expired" } : undefined;
}
