import type { Letter } from "../letter.ts";
import { type CaseFacts, caseRows } from "./claimOpened.ts";

/** Somebody contests what was decided. */
export function appealAsked(facts: CaseFacts & { readonly dueOn: string }): Letter {
  return {
    subject: `We look again at what we said of ${facts.device}`,
    parts: [
      {
        say:
          `You contest what we decided of your ${facts.device}. Somebody who had no part in ` +
          "it decides now.",
      },
      {
        say: `You hear from us by the end of ${facts.dueOn}. Until then nothing of your case moves.`,
      },
      { button: "Open your case", url: facts.caseUrl },
      { facts: caseRows(facts) },
    ],
  };
}

/** What came of an appeal. */
export interface AppealDecidedFacts extends CaseFacts {
  readonly isUpheld: boolean;
  /** In the words of who decided. */
  readonly says: string;
  /** Upheld: another look follows, at the bench or after the device was sent in. */
  readonly next: "looks_again" | "send_in" | "choose";
  readonly by: string | undefined;
}

const NEXT: Readonly<Record<AppealDecidedFacts["next"], string>> = {
  looks_again: "We look at your device again, and write to you.",
  send_in: "Send us your device: your case goes on as if it had not been refused.",
  choose: "Your choices are on the page of your case.",
};

export function appealDecided(facts: AppealDecidedFacts): Letter {
  const { isUpheld, says, by, next, device } = facts;
  const told = isUpheld ? NEXT[next] : "What we decided stands. The ways on that are open stay open.";
  return {
    subject: isUpheld ? `You were right about ${device}` : `We looked again at ${device}`,
    parts: [
      { say: isUpheld ? "Your appeal is upheld." : "Your appeal is dismissed." },
      { say: says },
      { say: by === undefined ? told : `${told} You have time until the end of ${by}.` },
      { button: "Open your case", url: facts.caseUrl },
      { facts: caseRows(facts) },
    ],
  };
}
