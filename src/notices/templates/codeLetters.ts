import type { Letter } from "../letter.ts";

/** Codes of one order, in clear and in groups of four, by product. */
export interface CodesTold {
  readonly orderId: string;
  readonly region: string;
  readonly lines: readonly { readonly name: string; readonly codes: readonly string[] }[];
  readonly activateUrl: string;
  /** Undefined for whoever was sold the codes by the buyer of the order: the order is not theirs. */
  readonly orderUrl: string | undefined;
}

function listed({ lines }: CodesTold): Letter["parts"] {
  return lines
    .filter(({ codes }) => codes.length > 0)
    .flatMap(({ name, codes }) => [{ say: name }, { codes }]);
}

function ending({ orderId, activateUrl, orderUrl }: CodesTold): Letter["parts"] {
  return [
    { button: "Activate a code", url: activateUrl },
    ...(orderUrl === undefined
      ? []
      : [
          { say: "You find the order, and the codes in it, here:" },
          { button: "Open the order", url: orderUrl },
        ]),
    { facts: [["Order", orderId]] },
  ];
}

function countOf({ lines }: CodesTold): number {
  return lines.reduce((sum, { codes }) => sum + codes.length, 0);
}

/** Codes that somebody asked to be sent again. */
export function codesResent(told: CodesTold): Letter {
  const one = countOf(told) === 1;
  return {
    subject: one ? "Your plan code, once more" : "Your plan codes, once more",
    parts: [
      { say: `Somebody asked for ${one ? "this code" : "these codes"} to be sent again.` },
      ...listed(told),
      { say: `A code works once, for one device, in the region ${told.region}. Whoever has it can use it.` },
      ...ending(told),
    ],
  };
}

/** Codes that stand for others from now on, because those were lost or stolen. */
export function codesReissued(
  told: CodesTold & { readonly was: readonly string[]; readonly isStolen: boolean },
): Letter {
  const one = told.was.length === 1;
  const ends = told.was.map((last4) => `…${last4}`).join(", ");
  return {
    subject: one ? "A new plan code in place of yours" : "New plan codes in place of yours",
    parts: [
      {
        say: told.isStolen
          ? "Codes that were made together with yours came into wrong hands, so none of them works any more."
          : `You, or who sold you the ${one ? "code" : "codes"}, told us of the loss.`,
      },
      {
        say:
          `${one ? "This one does" : "These do"} not work any more: ${ends}.` +
          ` Here is what stands for ${one ? "it" : "them"} now.`,
      },
      ...listed(told),
      { say: "You have paid for nothing anew, and nothing else has changed." },
      ...ending(told),
    ],
  };
}

/** What the letter after a last day is made from. */
export interface CodesEnded {
  readonly orderId: string;
  readonly last4: readonly string[];
  readonly orderUrl: string;
}

/** Codes that nobody used by their last day. */
export function codesEnded({ orderId, last4, orderUrl }: CodesEnded): Letter {
  const one = last4.length === 1;
  return {
    subject: one ? "Your plan code has ended" : `${last4.length} of your plan codes have ended`,
    parts: [
      {
        say:
          `${one ? "A code" : "Codes"} of your order ${one ? "was" : "were"} not used by the last day:` +
          ` ${last4.map((end) => `…${end}`).join(", ")}.` +
          ` ${one ? "It gives" : "They give"} nothing any more, and nothing is paid back.`,
      },
      { button: "Open the order", url: orderUrl },
      { facts: [["Order", orderId]] },
    ],
  };
}

/** What the letter before a last day is made from. */
export interface CodesEnd {
  readonly orderId: string;
  readonly count: number;
  /** Written out. */
  readonly lastDay: string;
  readonly days: number;
  readonly activateUrl: string;
  readonly orderUrl: string;
}

/** Unused codes that end soon. */
export function codesEndSoon({ orderId, count, lastDay, days, activateUrl, orderUrl }: CodesEnd): Letter {
  const one = count === 1;
  return {
    subject: one ? `Use your plan code by ${lastDay}` : `Use your ${count} plan codes by ${lastDay}`,
    parts: [
      {
        say:
          `${one ? "A code" : `${count} codes`} of your order ${one ? "is" : "are"} unused and` +
          ` can be used for ${days} more days, until the end of ${lastDay}.` +
          ` After that ${one ? "it gives" : "they give"} nothing, and nothing is paid back.` +
          " Until then you can still give back what you will not use, on the page of the order.",
      },
      { button: "Activate a code", url: activateUrl },
      { button: "Open the order", url: orderUrl },
      { facts: [["Order", orderId]] },
    ],
  };
}
