import type Stripe from "stripe";
import type { Instruction, Provider, ProviderAnswer } from "../../matter.ts";
import { askEndOfHold, cardOfHold, endHold, withHeldCard } from "./holds.ts";
import { answerOfIntent, askIntent, cardOf, findIntent, isGivenCard, payByIntent } from "./intents.ts";
import { askCardPage, askForgotten, forgetKept, openCardPage } from "./keptCards.ts";
import { askSession, openSession } from "./sessions.ts";
import { stripeOf } from "./stripeClient.ts";
import { answerOfError, heard } from "./stripeErrors.ts";
import { stripeLines } from "./stripeLines.ts";
import { askStripeDispute, readStripeMessage } from "./stripeMessages.ts";
import { askRefund, payBack } from "./stripeRefunds.ts";

/** For how long Stripe remembers a key, less an hour: sent again after that, it would pay again. */
const REMEMBERED_HOURS = 23;

/** The method that opens Stripe's page. */
const BY_PAGE = "card";

/**
 * Cards by Stripe: `card` opens Stripe's page for the payer, `card:pm_…` pays by a card Stripe holds. Within
 * a day the way to ask about a key of which nothing else is known is to send it again; later Stripe's search
 * has it.
 */
export const stripeProvider: Provider = {
  name: "stripe",
  methods: [BY_PAGE],
  takes: isGivenCard,
  keepsCards: true,
  // A card that was given by a method of its own is its holder's saved card, and not ours to forget.
  keepsHeldCard: (method) => method === BY_PAGE,
  async carryOut({ config, clock }, instruction) {
    const stripe = stripeOf(config);
    return await heard(async () => {
      switch (instruction.about) {
        case "refund":
          return await payBack(stripe, instruction);
        case "capture":
        case "release":
          return await endHold(stripe, instruction);
        case "card":
          return await openCardPage(stripe, instruction);
        case "forget":
          return await forgetKept(stripe, instruction);
        case "forget_held":
          return await forgetKept(stripe, await withHeldCard(stripe, instruction));
        default:
          return await pay(stripe, instruction, clock.now());
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

/** Takes or holds money: from a card that is there already, else on Stripe's page. */
async function pay(stripe: Stripe, instruction: Instruction, now: Temporal.Instant): Promise<ProviderAnswer> {
  const card = (await cardOfHold(stripe, instruction)) ?? cardOf(instruction);
  if (card !== undefined) {
    return await payByIntent(stripe, instruction, card);
  }
  if (instruction.method === BY_PAGE) {
    return await openSession(stripe, instruction);
  }
  // Its card was forgotten meanwhile. Until Stripe's search is sure, money may have moved all the same.
  return isForgotten(instruction, now)
    ? { outcome: "failed", reason: "card_forgotten" }
    : { outcome: "unknown", reason: "card_forgotten" };
}

function isForgotten({ startedAt }: Instruction, now: Temporal.Instant): boolean {
  return startedAt !== undefined && now.since(startedAt).total("hours") >= REMEMBERED_HOURS;
}

async function ask(
  stripe: Stripe,
  instruction: Instruction,
  now: Temporal.Instant,
): Promise<ProviderAnswer | undefined> {
  const { about, ref, key, method } = instruction;
  if (about === "refund") {
    return await askRefund(stripe, instruction);
  }
  if (about === "capture" || about === "release") {
    return await askEndOfHold(stripe, instruction);
  }
  if (about === "forget") {
    return await askForgotten(stripe, instruction);
  }
  if (about === "forget_held") {
    return await askForgotten(stripe, await withHeldCard(stripe, instruction));
  }
  if (ref?.startsWith("cs_") === true) {
    return await (about === "card" ? askCardPage(stripe, ref) : askSession(stripe, ref));
  }
  if (ref?.startsWith("pi_") === true) {
    return await askIntent(stripe, ref, instruction, now);
  }
  const found = about === "card" ? undefined : await findIntent(stripe, key);
  if (found !== undefined) {
    return answerOfIntent(found);
  }
  // A page that nobody knows of has closed by now, unpaid.
  return isForgotten(instruction, now) && method === BY_PAGE && cardOf(instruction) === undefined
    ? { outcome: "failed", reason: "expired" }
    : undefined;
}
