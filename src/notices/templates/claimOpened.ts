import type { CentreAddress } from "../../platform/index.ts";
import type { Letter } from "../letter.ts";

/** What every letter about a case has. */
export interface CaseFacts {
  readonly claimId: string;
  readonly device: string;
  readonly serial: string;
  readonly caseUrl: string;
}

/** What the receipt of a report is made from. `outcome` is the provisional one of the terms. */
export interface ClaimOpenedFacts extends CaseFacts {
  readonly outcome: string;
  /** The fee of the provisional receipt, when it has one. */
  readonly fee: string | undefined;
  /** Of an advance exchange: what the card is to stand for. */
  readonly hold?: string | undefined;
  /** The address the device is sent to, in one line; undefined where none is set. */
  readonly sendTo: string | undefined;
  /** It is brought over the counter, not sent. */
  readonly isBrought?: boolean;
  /** It is lost or stolen: nothing of it is sent. */
  readonly isGone?: boolean;
  /** The clauses that speak against it, in their own words. */
  readonly rules?: readonly string[];
}

/** A damage was reported. */
export function claimOpened(facts: ClaimOpenedFacts): Letter {
  if (facts.hold !== undefined) {
    return advanceOffered(facts, facts.hold);
  }
  if (facts.outcome === "refused") {
    return notCovered({ ...facts, rules: facts.rules ?? [] });
  }
  if (facts.isGone === true) {
    return goneReported(facts);
  }
  return {
    subject: `We have your report about ${facts.device}`,
    parts: [
      { say: firstAnswer(facts) },
      { say: "This is a first answer. It becomes final when a technician has looked at the device." },
      { say: nextSays(facts) },
      { button: "Open your case", url: facts.caseUrl },
      { facts: [...caseRows(facts), ...sendRow(facts)] },
    ],
  };
}

/** What was told, or looked at, is covered by nothing: the rules, and the doors that are left. */
export function notCovered(facts: CaseFacts & { readonly rules: readonly string[] }): Letter {
  return {
    subject: `This is not covered: ${facts.device}`,
    parts: [
      { say: `Your plan does not cover what happened to your ${facts.device}. The terms say:` },
      ...facts.rules.map((say) => ({ say })),
      { say: "The page of your case says why, what else you can do, and how to ask for a review." },
      { button: "See why, and what you can do", url: facts.caseUrl },
      { facts: caseRows(facts) },
    ],
  };
}

/** Nothing is sent in: what is known of the last flight is looked at. */
function goneReported(facts: ClaimOpenedFacts): Letter {
  return {
    subject: `We have your report about ${facts.device}`,
    parts: [
      { say: "There is nothing to send. We look at the record of the last flight, and write to you." },
      { say: "If the app did not keep the record, add the file to your case: it has a place for it." },
      { button: "Open your case", url: facts.caseUrl },
      { facts: caseRows(facts) },
    ],
  };
}

/** It is brought instead of sent from now on, or sent instead of brought. */
export function claimRerouted(facts: ClaimOpenedFacts): Letter {
  const { device, isBrought } = facts;
  return {
    subject: isBrought === true ? `You bring your ${device} to us` : `You send your ${device} to us`,
    parts: [
      { say: "Your case goes another way from now on, as you or we have changed it." },
      { say: firstAnswer(facts) },
      { say: nextSays(facts) },
      { button: "Open your case", url: facts.caseUrl },
      { facts: [...caseRows(facts), ...sendRow(facts)] },
    ],
  };
}

function nextSays(facts: ClaimOpenedFacts): string {
  return facts.isBrought === true
    ? "Next: choose a time on the case page, and bring the device. The page says what else to bring."
    : `Next: pack the device and send it to us. The case page says what goes in${whereTo(facts)}.`;
}

/** Nothing is sent first: the new unit leaves when fee and hold are there. */
function advanceOffered(facts: ClaimOpenedFacts, hold: string): Letter {
  return {
    subject: `We have your report about ${facts.device}`,
    parts: [
      { say: firstAnswer(facts) },
      {
        say:
          `Next: pay on the case page. Beside the fee your card stands for ${hold} until your old device ` +
          "is back; nothing of it is taken when it comes back in time and complete. Your new device leaves " +
          "as soon as that is done.",
      },
      { button: "Open your case", url: facts.caseUrl },
      { facts: caseRows(facts) },
    ],
  };
}

function whereTo({ sendTo }: ClaimOpenedFacts): string {
  return sendTo === undefined ? ". Write to us for the address" : "";
}

function sendRow({ sendTo, isBrought }: ClaimOpenedFacts): [string, string][] {
  return sendTo === undefined ? [] : [[isBrought === true ? "Bring it to" : "Send it to", sendTo]];
}

/** The facts that name a case. */
export function caseRows({ claimId, device, serial }: CaseFacts): [string, string][] {
  return [
    ["Device", `${device}, serial ${serial}`],
    ["Case", claimId],
  ];
}

function firstAnswer({ device, outcome, fee }: ClaimOpenedFacts): string {
  switch (outcome) {
    case "plan":
      return `By what you told us, your plan replaces your ${device}${forFee(fee)}.`;
    case "warranty":
      return `By what you told us, the maker's warranty repairs your ${device}. It costs you nothing.`;
    case "statutory":
      return `By what you told us, the law has your ${device} repaired. It costs you nothing.`;
    case "goodwill":
      return `By what you told us, we put your ${device} right out of kindness. It costs you nothing.`;
    case "paid":
      return "By what you told us, the plan does not pay for this. We can name you a price for a repair.";
    default:
      return `We cannot say yet how it will go: it depends on what we find when we look at your ${device}.`;
  }
}

function forFee(fee: string | undefined): string {
  return fee === undefined ? "" : ` for a fee of ${fee}`;
}

/** `Example Repairs, 4 Mill Lane, 10115 Berlin, Germany`; undefined where no address is set. */
export function addressLine(centre: CentreAddress | undefined): string | undefined {
  if (centre === undefined) {
    return undefined;
  }
  const country = new Intl.DisplayNames(["en"], { type: "region" }).of(centre.country) ?? centre.country;
  return [centre.name, centre.street, centre.town, country].join(", ");
}
