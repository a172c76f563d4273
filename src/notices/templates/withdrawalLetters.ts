import type { Letter } from "../letter.ts";

/** What the letters about a withdrawal are made from. */
export interface WithdrawalFacts {
  readonly orderId: string;
  /** The day, the minute and the zone. */
  readonly toldAt: string;
  readonly lines: readonly string[];
  readonly orderUrl: string;
}

/** We have the withdrawal: its words, its day and its hour. */
export function withdrawalTold({ orderId, toldAt, lines, orderUrl }: WithdrawalFacts): Letter {
  return {
    subject: `You have withdrawn from order ${orderId}`,
    parts: [
      { say: `On ${toldAt} you told us that you withdraw from your contract of order ${orderId} for:` },
      { facts: lines.map((line) => ["From", line] as const) },
      {
        say:
          "Unused codes stop working, and what was paid for them goes back the way it was paid. " +
          "For goods that have come we write to you how to send them back. " +
          "Keep this letter: it says what you told us, and when.",
      },
      { button: "See how it stands", url: orderUrl },
    ],
  };
}

/** What became of it. */
export function withdrawalAnswered(facts: WithdrawalFacts & { readonly answer: string }): Letter {
  const { orderId, toldAt, answer, orderUrl } = facts;
  return {
    subject: `Our answer to your withdrawal from order ${orderId}`,
    parts: [
      { say: `On ${toldAt} you withdrew. This is our answer:` },
      { say: answer },
      { button: "Open the order", url: orderUrl },
    ],
  };
}
