import type { Letter } from "../letter.ts";

/** What letters about late enrolment are made from. */
export interface VerificationLetterFacts {
  readonly device: string;
  readonly serial: string;
  readonly isVideo: boolean;
  /** The last day, or the minute, until which it lasts, written out. */
  readonly until: string;
  /** In how many days we answer. */
  readonly answerDays: number;
  readonly url: string;
}

function rows({ device, serial }: VerificationLetterFacts): readonly (readonly [string, string])[] {
  return [
    ["Device", device],
    ["Serial", serial],
  ];
}

/** After it was asked for: the link opens it, which proves the address. */
export function verificationAsked(facts: VerificationLetterFacts): Letter {
  const film =
    `Film five short clips until ${facts.until}. The page says what to film, and you ` +
    "can stop and go on later.";
  const bring = `Send or bring it to one of our centres until ${facts.until}, with this mail in the parcel.`;
  return {
    subject: `Show us your ${facts.device}`,
    parts: [
      {
        say:
          "The time to get a plan for this device is over. If it is whole and works, it may " +
          "still have one.",
      },
      { facts: rows(facts) },
      { say: facts.isVideo ? film : bring },
      {
        say:
          `We look at it and answer in ${facts.answerDays} days. If we accept it, you may ` +
          "then buy a plan for a short time.",
      },
      { button: facts.isVideo ? "Film your device" : "See what to send", url: facts.url },
      { say: "If it was not you who asked, do nothing: it ends by itself." },
    ],
  };
}

/** Some days before the time to film is over. */
export function verificationReminded(facts: VerificationLetterFacts): Letter {
  return {
    subject: `Your ${facts.device} can be shown until ${facts.until}`,
    parts: [
      { say: `We wait until ${facts.until}. After that it ends, and you would have to ask again.` },
      { facts: rows(facts) },
      { button: "Go on", url: facts.url },
    ],
  };
}

/** Asked for once more while we look at it: there is nothing to do, and until when we answer. */
export function verificationWithUs(facts: VerificationLetterFacts, isLate: boolean): Letter {
  const answer = isLate
    ? "Our answer is late, and we are sorry. It comes by mail."
    : `We answer until ${facts.until}, by mail.`;
  return {
    subject: `We are looking at your ${facts.device}`,
    parts: [
      { say: `It is with us, and there is nothing that you have to do now. ${answer}` },
      { facts: rows(facts) },
      { button: "See where it stands", url: facts.url },
      { say: "You get this because it was asked for once more. If it was not you, do nothing." },
    ],
  };
}

/** What is there already stays; only these are filmed again. */
export function verificationAskedAgain(
  facts: VerificationLetterFacts,
  again: readonly (readonly [clip: string, reason: string])[],
): Letter {
  return {
    subject:
      `Please film ${again.length === 1 ? "one clip" : `${again.length} clips`} of your ` +
      `${facts.device} again`,
    parts: [
      { say: `We could not see everything. Film this again until ${facts.until}; what else you sent stays.` },
      { facts: again },
      { button: "Film it again", url: facts.url },
    ],
  };
}

/** The way to a plan is open, and for how long. */
export function verificationAccepted(facts: VerificationLetterFacts): Letter {
  return {
    subject: `Your ${facts.device} may have a plan until ${facts.until}`,
    parts: [
      { say: "We have looked at it and accept it." },
      {
        say:
          `Buy a plan, or activate a code that you have, until ${facts.until}. After that the ` +
          "way is closed.",
      },
      { facts: rows(facts) },
      { button: "Get a plan", url: facts.url },
    ],
  };
}

/** After an official repair. */
export function repairInvited(facts: VerificationLetterFacts): Letter {
  return {
    subject: `Your repaired ${facts.device} may have a plan until ${facts.until}`,
    parts: [
      { say: "We have repaired it, so we know that it is whole: it may have a plan, however old it is." },
      {
        say:
          `Buy a plan, or activate a code that you have, until ${facts.until}. After that the ` +
          "way is closed.",
      },
      { facts: rows(facts) },
      { button: "Get a plan", url: facts.url },
    ],
  };
}

/** A day before the way closes. */
export function invitationEndsSoon(facts: VerificationLetterFacts): Letter {
  return {
    subject: `One day left to get a plan for your ${facts.device}`,
    parts: [
      { say: `The way to a plan is open until ${facts.until}, and not after.` },
      { facts: rows(facts) },
      { button: "Get a plan", url: facts.url },
    ],
  };
}

/** The way is closed. */
export function invitationLapsed(facts: VerificationLetterFacts): Letter {
  return {
    subject: `The time to get a plan for your ${facts.device} is over`,
    parts: [
      { say: `It ended ${facts.until}, and no plan was bound to this device.` },
      {
        say:
          "You can ask once more to show the device. A code that you bought and did not use " +
          "keeps its worth.",
      },
      { facts: rows(facts) },
      { button: "See what is open", url: facts.url },
    ],
  };
}

/** Why not, and what is open. */
export function verificationRefused(
  facts: VerificationLetterFacts,
  { reason, clause }: { readonly reason: string; readonly clause: string },
): Letter {
  return {
    subject: `We cannot accept your ${facts.device} for a plan`,
    parts: [
      { say: reason },
      { facts: [...rows(facts), ["Clause", clause]] },
      { say: "A repair that is paid for is open to you, and after it you may ask again." },
      { button: "See what we looked at", url: facts.url },
    ],
  };
}

/** Ended before its time. What became of what somebody else asked for is theirs: this is silent about it. */
export function verificationEnded(facts: VerificationLetterFacts): Letter {
  return {
    subject: `What you asked for about your ${facts.device} has ended`,
    parts: [
      { say: "It ended without a decision, and there is nothing to show us any more." },
      { facts: rows(facts) },
      {
        say: "Nothing is lost: where it is still needed, you can ask again. If it is not clear, write to us.",
      },
      { button: "See what you asked for", url: facts.url },
    ],
  };
}

/** Nothing came in time. */
export function verificationLapsed(facts: VerificationLetterFacts): Letter {
  return {
    subject: `The time to show us your ${facts.device} is over`,
    parts: [
      {
        say: facts.isVideo
          ? "Not every clip came in time, so it has ended."
          : "It did not come in time, so it has ended.",
      },
      { facts: rows(facts) },
      { say: "Nothing is lost: you can ask again." },
      { button: "Ask again", url: facts.url },
    ],
  };
}
