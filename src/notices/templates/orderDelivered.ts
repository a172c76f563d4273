import type { Letter } from "../letter.ts";

/** What the letter with the codes is made from. Codes are in clear, in groups of four. */
export interface OrderDeliveredFacts {
  readonly orderId: string;
  readonly total: string;
  readonly region: string;
  readonly lines: readonly { readonly name: string; readonly codes: readonly string[] }[];
  readonly activateUrl: string;
  readonly orderUrl: string;
}

/** The codes of a paid order, for its buyer. */
export function orderDelivered(facts: OrderDeliveredFacts): Letter {
  const count = facts.lines.reduce((sum, { codes }) => sum + codes.length, 0);
  const one = count === 1;
  return {
    subject: one ? "Your plan code" : `Your ${count} plan codes`,
    parts: [
      {
        say: `Thank you, ${facts.total} have arrived. Here ${one ? "is your code" : "are your codes"}.`,
      },
      ...facts.lines.flatMap(({ name, codes }) => [{ say: name }, { codes }]),
      {
        say:
          `A code works once, for one device, in the region ${facts.region}.` +
          " Keep it to yourself: whoever has it can use it." +
          " A device that is in use already can be bound for a short time only, so do not wait.",
      },
      { button: "Activate a code", url: facts.activateUrl },
      { say: "You find the order, the codes in it, and its invoice, here:" },
      { button: "Open the order", url: facts.orderUrl },
      { facts: [["Order", facts.orderId]] },
    ],
  };
}
