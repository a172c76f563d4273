import type { Letter } from "../letter.ts";
import { type CaseFacts, caseRows } from "./claimOpened.ts";

/** What every letter about a hold is made from. */
export interface HoldFacts extends CaseFacts {
  readonly amount: string;
  /** The day by whose end the old device must be back; undefined while the new one has not left. */
  readonly backBy: string | undefined;
}

/** The card stands for the old device: what that means, and what makes it taken. */
export function holdPlaced(facts: HoldFacts): Letter {
  const { amount, device } = facts;
  return {
    subject: `Your card stands for ${amount}`,
    parts: [
      {
        say:
          `We have asked your card to stand for ${amount} until your old ${device} is back. ` +
          "Nothing was taken.",
      },
      {
        say:
          "We let go of it as soon as your old device is here with its parts. It is taken only if it does " +
          "not come back in time, if another one comes, or if parts of it are missing; and never before we " +
          "have written to you and waited three days.",
      },
      {
        say:
          "A card forgets such a hold after some days. Where that is too soon, we ask it once more, so you " +
          "may see it twice for a moment.",
      },
      ...ending(facts),
    ],
  };
}

/** It is due soon. */
export function holdReminder(facts: HoldFacts): Letter {
  const until = by(facts, " It must be here by the end of ");
  return {
    subject: `Your old ${facts.device} is due`,
    parts: [
      {
        say: `Your old ${facts.device} has not reached us yet.${until}`,
      },
      { say: `Your card stands for ${facts.amount}. We let go of it when the device is here.` },
      { say: "Is it on its way? Then you need do nothing." },
      ...ending(facts),
    ],
  };
}

/** The notice before a capture: how much, why, and from when. */
export function holdWillBeTaken(
  facts: HoldFacts & { readonly from: string | undefined; readonly isBack: boolean },
): Letter {
  const { amount, device, from, isBack } = facts;
  const why = isBack
    ? `What came back is not all of your old ${device}, or it is another one.`
    : `Your old ${device} has not reached us, and the time for it is over.`;
  return {
    subject: `${amount} will be taken from your card`,
    parts: [
      { say: why },
      { say: `So we will take ${amount} from your card${from === undefined ? "" : `, not before ${from}`}.` },
      {
        say:
          "Has it been sent, or is this wrong? Answer this mail before then, with the number of the parcel " +
          "if you have one.",
      },
      ...ending(facts),
    ],
  };
}

/** The card said no when it was asked once more. */
export function holdNeedsCard(facts: HoldFacts): Letter {
  return {
    subject: "Another card is needed",
    parts: [
      { say: `Your card will not stand for ${facts.amount} any longer. Nothing was taken.` },
      { say: `Give us another one on the case page, or send your old ${facts.device} now.` },
      ...ending(facts),
    ],
  };
}

/** It was taken, and why. */
export function holdCaptured(facts: HoldFacts & { readonly reason: string }): Letter {
  return {
    subject: `${facts.amount} was taken from your card`,
    parts: [
      {
        say:
          `We have taken ${facts.amount} from your card for your old ${facts.device}. ` +
          "What is left of the hold is free again.",
      },
      { facts: [["Why", facts.reason]] },
      { say: "Does your old device reach us after all? Then a person looks at it and writes to you." },
      ...ending(facts),
    ],
  };
}

/** The card is free again. */
export function holdReleased(facts: HoldFacts): Letter {
  return {
    subject: "Your card is free again",
    parts: [
      {
        say:
          `Your card stands for ${facts.amount} no longer. Nothing was taken. ` +
          "Your bank may need some days to show it.",
      },
      ...ending(facts),
    ],
  };
}

function by({ backBy }: HoldFacts, words: string): string {
  return backBy === undefined ? "" : `${words}${backBy}.`;
}

function ending(facts: HoldFacts): Letter["parts"] {
  return [{ button: "Open your case", url: facts.caseUrl }, { facts: caseRows(facts) }];
}
