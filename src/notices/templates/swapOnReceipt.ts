import type { Letter } from "../letter.ts";
import { type CaseFacts, caseRows } from "./claimOpened.ts";

/** What the letter of a device that came by the quick way is made from. */
export interface SwapOnReceiptFacts extends CaseFacts {
  /** Undefined where there is nothing to pay. */
  readonly fee: string | undefined;
  /** The last day to pay. */
  readonly payBy: string | undefined;
}

/** The device is here, and its replacement waits for no inspection. */
export function swapOnReceipt(facts: SwapOnReceiptFacts): Letter {
  const { fee, payBy } = facts;
  const pay =
    fee === undefined || payBy === undefined
      ? "There is nothing to pay. Your new unit leaves next."
      : `Pay ${fee} by the end of ${payBy}, and your new unit leaves. After that day yours goes ` +
        "back to you as it is.";
  return {
    subject: `Your ${facts.device} is here`,
    parts: [
      {
        say: "It has arrived with all its parts. With the quick service there is no inspection to wait for.",
      },
      { say: pay },
      { button: fee === undefined ? "See your case" : "Pay the fee", url: facts.caseUrl },
      { facts: caseRows(facts) },
    ],
  };
}
