import type { Letter } from "../letter.ts";
import type { ContractFacts } from "./contractActivated.ts";

/** What a reminder of the renewal is made from. */
export interface OfferFacts extends Omit<ContractFacts, "left"> {
  readonly price: string;
  /** The last day of the new period, written out. */
  readonly newLastDay: string;
  readonly renewUrl: string;
}

/** The plan ends soon and may be renewed: nothing happens by itself. */
export function renewalOffered(facts: OfferFacts): Letter {
  return {
    subject: `Your plan for ${facts.device} ends on ${facts.lastDay}`,
    parts: [
      { say: "You can renew it until then. It does not renew by itself: without you it simply ends." },
      {
        facts: [
          ["Plan", facts.plan],
          ["Device", `${facts.device}, serial ${facts.serial}`],
          ["Ends", `at the end of ${facts.lastDay}`],
          ["Renewal costs", facts.price],
          ["Then covered until", `the end of ${facts.newLastDay}`],
          ["Contract", facts.contractId],
        ],
      },
      { button: "See what a renewal brings", url: facts.renewUrl },
    ],
  };
}
