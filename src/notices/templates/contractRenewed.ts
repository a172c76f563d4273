import type { Letter } from "../letter.ts";
import { type ContractFacts, planRows } from "./contractActivated.ts";

/** What the confirmation of a renewal is made from. */
export interface RenewalFacts extends ContractFacts {
  /** The last day of the maker's warranty, when the renewal made it longer. */
  readonly warrantyUntil: string | undefined;
}

/** A plan was renewed and paid. */
export function contractRenewed(facts: RenewalFacts): Letter {
  const { warrantyUntil } = facts;
  return {
    subject: `Your plan for ${facts.device} goes on`,
    parts: [
      {
        say: "Your renewal is paid. The new period follows the old one without a gap.",
      },
      { facts: planRows(facts) },
      ...(warrantyUntil === undefined
        ? []
        : [{ say: `The maker's warranty is longer with it: until the end of ${warrantyUntil}.` }]),
      {
        say: "Replacements you did not use before are not carried over.",
      },
      { button: "See your device", url: facts.deviceUrl },
    ],
  };
}
