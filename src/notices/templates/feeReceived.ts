import type { Letter } from "../letter.ts";
import { type CaseFacts, caseRows } from "./claimOpened.ts";

/** What the receipt of a fee is made from. */
export interface FeeReceivedFacts extends CaseFacts {
  readonly fee: string;
  readonly route: string;
  /** The way brings another unit, whatever it is called. */
  readonly bringsUnit?: boolean;
}

const NEXT: Readonly<Record<string, string>> = {
  plan: "We are getting another unit ready for you. You hear from us when it is on its way.",
  return: "We send your device back as it is. You hear from us when it is on its way.",
};

/** The fee of a case was paid. */
export function feeReceived(facts: FeeReceivedFacts): Letter {
  const next =
    NEXT[facts.bringsUnit === true ? "plan" : facts.route] ??
    "We start the repair. You hear from us when your device is on its way.";
  return {
    subject: `Your payment of ${facts.fee} has arrived`,
    parts: [
      { say: `Thank you. Your payment of ${facts.fee} for ${facts.device} has arrived.` },
      { say: next },
      { button: "Open your case", url: facts.caseUrl },
      { facts: caseRows(facts) },
    ],
  };
}
