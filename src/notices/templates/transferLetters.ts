import type { Letter } from "../letter.ts";

/**
 * What letters about the passing of a contract are made from. Neither side is told the other's name or
 * address.
 */
export interface TransferLetterFacts {
  readonly plan: string;
  readonly device: string;
  readonly serial: string;
  /** The last day of the contract, written out. */
  readonly lastDay: string;
  /** The last day to agree, written out. */
  readonly answerBy: string;
  readonly loses: readonly string[];
  readonly url: string;
}

/** To the one who is to have it. */
export function transferOffered(facts: TransferLetterFacts): Letter {
  return {
    subject: `Somebody wants to pass you the plan of a ${facts.device}`,
    parts: [
      { say: "If you agree, the plan is yours at once, with what is left of it. It costs nothing." },
      { facts: rows(facts) },
      ...facts.loses.map((right) => ({ say: `It does not bring you everything: ${lost(right)}` })),
      { say: "If you do not know what this is about, do nothing. Without your yes nothing changes." },
      { button: "Look at it and answer", url: facts.url },
    ],
  };
}

/** To the one who has it, so that nobody gives a plan away in their name. */
export function transferAsked(facts: TransferLetterFacts): Letter {
  return {
    subject: `You asked to pass on the plan of your ${facts.device}`,
    parts: [
      { say: "We have asked the address you gave. The plan stays yours until they agree." },
      { facts: rows(facts) },
      { say: "If it was not you who asked, or you have changed your mind, take it back." },
      { button: "See it or take it back", url: facts.url },
    ],
  };
}

/** To the new holder. */
export function transferReceived(facts: TransferLetterFacts): Letter {
  return {
    subject: `The plan of the ${facts.device} is yours`,
    parts: [
      { say: "You agreed, and the plan was passed to you. Keep this mail: it confirms it." },
      { facts: rows(facts).slice(0, 3) },
      { button: "See your device", url: facts.url },
    ],
  };
}

/** To the earlier holder: how it ended. */
export function transferEnded(facts: TransferLetterFacts, how: "agreed" | "declined" | "lapsed"): Letter {
  const said = {
    agreed: ["is no longer yours", "They agreed: the plan belongs to them now, and you see it no more."],
    declined: ["stays yours", "They said no. Nothing has changed."],
    lapsed: ["stays yours", "They did not answer in time. Nothing has changed; you can ask again."],
  }[how] as [string, string];
  return {
    subject: `The plan of the ${facts.device} ${said[0]}`,
    parts: [{ say: said[1] }, { facts: rows(facts).slice(0, 3) }],
  };
}

/** To both sides: it ended without either of them, because the plan runs no more. */
export function transferStopped(
  facts: TransferLetterFacts,
  why: "contract_cancelled" | "contract_suspended",
): Letter {
  const said = {
    contract_cancelled: "The plan was ended, so there is nothing left to pass on.",
    contract_suspended:
      "The plan is stopped while its payment is looked at, and cannot be passed on meanwhile.",
  }[why];
  return {
    subject: `The plan of the ${facts.device} is not passed on`,
    parts: [
      { say: `${said} We have taken the transfer back. Nobody has to do anything.` },
      { facts: rows(facts).slice(0, 2) },
    ],
  };
}

function rows(facts: TransferLetterFacts): [string, string][] {
  return [
    ["Plan", facts.plan],
    ["Device", `${facts.device}, serial ${facts.serial}`],
    ["Covered until", `the end of ${facts.lastDay}`],
    ["Answer by", facts.answerBy],
  ];
}

function lost(right: string): string {
  return right === "cancellation"
    ? "the right to give the plan back for money stays with the first buyer."
    : `${right.replaceAll("-", " ")} does not pass on.`;
}
