import type { Letter } from "../letter.ts";
import type { OfferFacts } from "./renewalOffered.ts";

/** What is told before a plan renews by itself. */
export interface AnnouncedFacts extends OfferFacts {
  /** The day of the charge, written out. */
  readonly chargedOn: string;
}

/** The plan will renew by itself: the price, the day, and how to stop it. */
export function renewalAnnounced(facts: AnnouncedFacts): Letter {
  return {
    subject: `Your plan for ${facts.device} renews on ${facts.chargedOn}`,
    parts: [
      { say: `You agreed that it renews by itself. On ${facts.chargedOn} we collect ${facts.price}.` },
      {
        facts: [
          ["Plan", facts.plan],
          ["Device", `${facts.device}, serial ${facts.serial}`],
          ["Costs", facts.price],
          ["Then covered until", `the end of ${facts.newLastDay}`],
          ["Contract", facts.contractId],
        ],
      },
      {
        say: "You can stop it until then, in one step. You pay nothing more, and the plan ends when it ends.",
      },
      { button: "See it or stop it", url: facts.renewUrl },
    ],
  };
}

/** The card will not be good on the day: how to give another. */
export function renewalCardEnds(facts: OfferFacts, card = "you gave"): Letter {
  return {
    subject: `Your card ends before your plan for ${facts.device} renews`,
    parts: [
      { say: `The card ${card} is not good any more on the day we would collect ${facts.price}.` },
      { say: "Agree again and give another card, or renew by hand until the plan ends." },
      {
        facts: [
          ["Plan", facts.plan],
          ["Device", `${facts.device}, serial ${facts.serial}`],
          ["Ends", `at the end of ${facts.lastDay}`],
        ],
      },
      { button: "Give another card", url: facts.renewUrl },
    ],
  };
}

/** The card's bank wants to ask its holder, who pays by hand. */
export function renewalNeedsHolder(facts: OfferFacts): Letter {
  return {
    subject: `Confirm the renewal of your plan for ${facts.device}`,
    parts: [
      { say: `Your bank wants you to confirm the payment of ${facts.price}. Nothing has been collected.` },
      {
        facts: [
          ["Plan", facts.plan],
          ["Device", `${facts.device}, serial ${facts.serial}`],
          ["Pay until", `the end of ${facts.lastDay}`],
        ],
      },
      { say: "Pay by hand and the plan goes on. If you do nothing, it ends and you pay nothing." },
      { button: "Pay and confirm", url: facts.renewUrl },
    ],
  };
}

const REASONS: Readonly<Record<string, string>> = {
  cancelled: "You stopped it. The plan runs to its end, and nothing more is collected.",
  not_paid: "The payment failed. You can renew by hand until the plan ends.",
  price_changed:
    "Its price has changed since we told you, so we have collected nothing. You can renew by hand.",
  card_not_kept: "Your card was not kept, so nothing is collected. You can agree again, or renew by hand.",
  not_confirmed:
    "Your bank wanted you to confirm the payment, and nobody did in time. Nothing was collected.",
  not_allowed: "Its terms do not allow it any more. Nothing was collected.",
};

/** The plan no longer renews by itself. Undefined where somebody else is told another way. */
export function autoRenewalEnded(facts: OfferFacts, reason: string): Letter | undefined {
  const says = REASONS[reason];
  return says === undefined
    ? undefined
    : {
        subject: `Your plan for ${facts.device} no longer renews by itself`,
        parts: [
          { say: says },
          {
            facts: [
              ["Plan", facts.plan],
              ["Device", `${facts.device}, serial ${facts.serial}`],
              ["Ends", `at the end of ${facts.lastDay}`],
            ],
          },
          { button: "See your plan", url: facts.renewUrl },
        ],
      };
}
