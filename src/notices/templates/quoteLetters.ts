import type { Letter } from "../letter.ts";
import { type CaseFacts, caseRows } from "./claimOpened.ts";

/** What an owner is told of a parcel that was not what was awaited. */
const WHAT_CAME: Readonly<Record<string, string>> = {
  another_device: "Another device was in your parcel than the one you reported.",
  another_maker: "What was in your parcel is not one of our devices.",
  parts_missing: "Your parcel has arrived, but not everything that has to come was in it.",
  parts_unasked: "More was in your parcel than we asked for.",
  condition_differs: "Your device looks otherwise than you told us.",
};

/** What the letters about a parcel are made from. */
export interface ParcelFacts extends CaseFacts {
  /** What differs, by its name. */
  readonly about: string;
  /** The bench's own words. */
  readonly says: string;
  /** The last day to answer. */
  readonly answerBy?: string | undefined;
  /** Of what was refused: whether it was of the case at all. */
  readonly isOfCase?: boolean;
}

/** The bench asks something about what came. */
export function questionAsked(facts: ParcelFacts): Letter {
  const { about, says, device, answerBy } = facts;
  return {
    subject: `We have a question about your parcel: ${device}`,
    parts: [
      { say: WHAT_CAME[about] ?? "What came is not what we expected." },
      { say: `The service centre writes: ${says}` },
      {
        say: `Answer by the end of ${answerBy}. Else what came goes back to you, free of charge.`,
      },
      { button: "Answer", url: facts.caseUrl },
      { facts: caseRows(facts) },
    ],
  };
}

/** What came goes back. */
export function parcelRefused(facts: ParcelFacts): Letter {
  const { about, says, isOfCase } = facts;
  return {
    subject: `What you sent comes back to you: ${facts.device}`,
    parts: [
      { say: WHAT_CAME[about] ?? "What came is not what we expected." },
      { say: `The service centre writes: ${says}` },
      {
        say: isOfCase
          ? "We send it back to you as it is. Nothing is charged, and nothing of your plan is used."
          : "We send it back to you. Your case stays open: send the device you reported.",
      },
      { button: "Open your case", url: facts.caseUrl },
      { facts: caseRows(facts) },
    ],
  };
}

/** What the reminder to choose or to pay is made from. */
export interface ReminderFacts extends CaseFacts {
  /** Nothing was chosen yet. */
  readonly isToChoose: boolean;
  readonly fee: string | undefined;
  readonly lastDay: string;
}

/** The time to choose, or to pay, ends soon; what happens then was said before and is said again. */
export function paymentReminder(facts: ReminderFacts): Letter {
  const { device, isToChoose, fee, lastDay } = facts;
  return {
    subject: isToChoose ? `Choose by ${lastDay}: ${device}` : `Pay by ${lastDay}: ${device}`,
    parts: [
      {
        say: isToChoose
          ? `You have not chosen yet how we go on with your ${device}.`
          : `${fee === undefined ? "The fee" : `The fee of ${fee}`} for your ${device} has not arrived yet.`,
      },
      {
        say:
          `The last day is ${lastDay}. After it the device goes back to you as it is, and ` +
          "nothing is charged.",
      },
      { button: isToChoose ? "Compare and choose" : "Pay", url: facts.caseUrl },
      { facts: caseRows(facts) },
    ],
  };
}

/** What a letter about a quote is made from. */
export interface QuoteReadyFacts extends CaseFacts {
  readonly total: string;
  readonly validUntil: string;
}

/** There is a price for the repair. */
export function quoteReady(facts: QuoteReadyFacts): Letter {
  return {
    subject: `Your quote for ${facts.device}: ${facts.total}`,
    parts: [
      { say: `A repair of your ${facts.device} costs ${facts.total}, with tax.` },
      {
        say:
          `The quote holds until the end of ${facts.validUntil}. Nothing is repaired before ` +
          "you choose it.",
      },
      { button: "See the quote and choose", url: facts.caseUrl },
      { facts: caseRows(facts) },
    ],
  };
}
