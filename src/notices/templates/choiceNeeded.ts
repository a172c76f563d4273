import type { Letter } from "../letter.ts";
import { type CaseFacts, caseRows } from "./claimOpened.ts";

/** What the choice sheet in the mail is made from. */
export interface ChoiceNeededFacts extends CaseFacts {
  readonly choices: readonly { readonly route: string; readonly fee: string }[];
  /** The last day to choose; undefined when none is set. */
  readonly chooseBy: string | undefined;
}

const WAYS: Readonly<Record<string, string>> = {
  plan: "Another unit by your plan",
  warranty: "Repair under the maker's warranty",
  statutory: "Repair for nothing, as the law says",
  goodwill: "Repair for nothing, as a kindness",
  paid: "Repair at your cost",
  return: "Back to you as it is",
};

/** The device was inspected; its owner chooses how to go on. */
export function choiceNeeded(facts: ChoiceNeededFacts): Letter {
  const { chooseBy } = facts;
  const when =
    chooseBy === undefined
      ? "Nothing happens before you choose."
      : `Choose by the end of ${chooseBy}; after that it goes back to you as it is.`;
  return {
    subject: `Choose how we go on with ${facts.device}`,
    parts: [
      { say: `We have looked at your ${facts.device}. These ways are open:` },
      { facts: facts.choices.map(({ route, fee }) => [WAYS[route] ?? route, fee] as const) },
      { say: when },
      { button: "Compare and choose", url: facts.caseUrl },
      { facts: caseRows(facts) },
    ],
  };
}
