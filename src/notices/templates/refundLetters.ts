import type { Letter, Part } from "../letter.ts";

/** What the acknowledgement of an end is made from. Days and times are written out. */
export interface EndedFacts {
  readonly contractId: string;
  readonly plan: string;
  readonly device: string;
  readonly serial: string;
  /** When the notice came, day, time and zone. */
  readonly noticeAt: string;
  readonly endedAt: string;
  readonly byHolder: boolean;
  /** What comes back, how it was reckoned, and by which rule; undefined when nothing does. */
  readonly refund: RefundTold | undefined;
  /** The page of what has ended, and of how its money stands. */
  readonly url: string;
}

/** What comes back. */
export interface RefundTold {
  readonly id: string;
  readonly amount: string;
  readonly steps: readonly (readonly [string, string])[];
  /** The rule's own words. */
  readonly rule: string | undefined;
  readonly statute: string | undefined;
  readonly dueOn: string | undefined;
}

/** A contract was ended: the acknowledgement to keep, with day and time. */
export function contractEnded(facts: EndedFacts): Letter {
  const { refund, byHolder } = facts;
  return {
    subject: byHolder
      ? `We have your notice: your plan for ${facts.device} has ended`
      : `Your plan for ${facts.device} has ended`,
    parts: [
      {
        say: byHolder
          ? "Your notice has reached us, and your plan has ended. Keep this mail: it confirms both."
          : "We have ended your plan. Keep this mail: it confirms what ended, and what comes back.",
      },
      {
        facts: [
          ["Notice received", facts.noticeAt],
          ["Ended", facts.endedAt],
          ["Plan", facts.plan],
          ["Device", `${facts.device}, serial ${facts.serial}`],
          ["Contract", facts.contractId],
        ],
      },
      ...(refund === undefined
        ? [{ say: "Nothing is paid back to you by us for it." }]
        : refundParts(refund)),
      { button: refund === undefined ? "See what ended" : "See how your money stands", url: facts.url },
    ],
  };
}

/** Codes came back: the acknowledgement to keep. */
export function codesReturned(facts: {
  readonly orderId: string;
  readonly endings: readonly string[];
  readonly returnedAt: string;
  readonly refund: RefundTold;
  readonly url: string;
}): Letter {
  const many = facts.endings.length;
  return {
    subject: `We have taken back ${many === 1 ? "a code" : `${many} codes`} of your order`,
    parts: [
      { say: "These codes cannot be used any more. Keep this mail: it confirms that they came back." },
      {
        facts: [
          ["Order", facts.orderId],
          ["Codes ending in", facts.endings.join(", ")],
          ["Received", facts.returnedAt],
        ],
      },
      ...refundParts(facts.refund),
      { button: "See how your money stands", url: facts.url },
    ],
  };
}

function refundParts({ id, amount, steps, rule, statute, dueOn }: RefundTold): Part[] {
  const until = dueOn === undefined ? "" : `, until the end of ${dueOn} at the latest`;
  return [
    {
      say: `You get back ${amount}, the way it was paid${until}.`,
    },
    { facts: [...steps.map(([says, sum]): [string, string] => [says, sum]), ["Refund", id]] },
    ...(rule === undefined
      ? []
      : [{ say: `${statute === undefined ? "Your terms say" : `The law says (${statute})`}: ${rule}` }]),
  ];
}

/** What the letters on the way of a refund say. */
export interface RefundOnItsWay {
  readonly id: string;
  readonly amount: string;
  /** Why it was declined, in the words of who did. */
  readonly reason: string | undefined;
  readonly means: keyof typeof WAYS;
  /** The page of the refund. */
  readonly url: string;
}

/** How the money comes. */
const WAYS = {
  provider: "the way it was paid",
  transfer: "by a bank transfer",
  balance: "into your balance with us",
  dispute: "by your bank",
} as const;

/** What leads to the page of a refund. */
const SEE = "See your refund";

/** A refund waits for a second person. */
export function refundAsked({ id, amount, url }: RefundOnItsWay): Letter {
  return {
    subject: `Your refund of ${amount} is being looked at`,
    parts: [
      { say: `You get back ${amount}. As it is a larger sum, a second person looks at it before we pay.` },
      { facts: [["Refund", id]] },
      { button: SEE, url },
    ],
  };
}

/** The second person has agreed. */
export function refundApproved({ id, amount, means, url }: RefundOnItsWay): Letter {
  return {
    subject: `Your refund of ${amount} is on its way`,
    parts: [
      { say: `Your refund of ${amount} was agreed to. It goes back ${WAYS[means]}.` },
      { facts: [["Refund", id]] },
      { button: SEE, url },
    ],
  };
}

/** The money is out. */
export function refundPaid({ id, amount, means, url }: RefundOnItsWay): Letter {
  return {
    subject: `Your refund of ${amount} is paid`,
    parts: [
      {
        say:
          means === "balance"
            ? `We have put ${amount} ${WAYS[means]}.`
            : `We have paid back ${amount}, ${WAYS[means]}. Your bank may take some days to show it.`,
      },
      { facts: [["Refund", id]] },
      { button: SEE, url },
    ],
  };
}

/** What the letter about a refund that a payee's bank has paid is made from. */
export interface SettledFacts {
  readonly id: string;
  readonly amount: string;
  /** What the bank has paid of it. */
  readonly settled: string;
  /** What we pay ourselves; undefined when nothing is left. */
  readonly rest: string | undefined;
  /** It was in the payee's balance with us, out of which it is taken. */
  readonly wasInBalance: boolean;
  readonly url: string;
}

/** The payee's bank has paid it, or a part of it. */
export function refundSettled({ id, amount, settled, rest, wasInBalance, url }: SettledFacts): Letter {
  const isTheSame = wasInBalance
    ? "It is the money of your refund, which was in your balance with us, so it was taken out of that."
    : "It is the money of your refund, so we do not pay it again.";
  const left = rest === undefined ? "You have nothing to do." : `We pay the rest of it, ${rest}, ourselves.`;
  return {
    subject:
      rest === undefined && !wasInBalance
        ? `Your refund of ${amount} was paid by your bank`
        : `Your bank has paid ${settled} of your refund of ${amount}`,
    parts: [
      {
        say: `Your bank has paid ${settled} to you, in a dispute about the payment. ${isTheSame} ${left}`,
      },
      { facts: [["Refund", id]] },
      { button: SEE, url },
      { say: "If your bank has not paid it, answer this mail." },
    ],
  };
}

/** What the letter about a refund that is not paid says beside its number. */
export interface NotPaid extends RefundOnItsWay {
  /** What was not declined by a person: the payee's bank has paid it in a dispute. */
  readonly byDispute: boolean;
  /** Where the money is now, or what goes on instead. */
  readonly instead: "plan" | "balance" | undefined;
}

const INSTEAD = {
  plan: "What it was for goes on.",
  balance: "The money is in your balance with us.",
} as const;

/** The second person has not agreed, or a dispute has settled it otherwise. */
export function refundDeclined({ id, amount, reason, url, byDispute, instead }: NotPaid): Letter {
  const who = byDispute
    ? `We do not pay your refund of ${amount}.`
    : `A person looked at your refund of ${amount} and declined it.`;
  const then = instead === undefined || byDispute ? "" : ` ${INSTEAD[instead]}`;
  return {
    subject: `Your refund of ${amount} ${byDispute ? "is not paid by us" : "was declined"}`,
    parts: [
      { say: who + then },
      {
        facts: [
          ["Refund", id],
          ["Why", reason ?? ""],
        ],
      },
      { button: SEE, url },
      { say: "If you do not agree, answer this mail: somebody else looks at it again." },
    ],
  };
}
