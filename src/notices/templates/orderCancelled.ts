import type { Letter } from "../letter.ts";

/** An order that nobody paid, and that we do not keep. */
export interface CancelledOrder {
  readonly orderId: string;
  readonly total: string;
  readonly lines: readonly { readonly name: string; readonly pieces: number }[];
  readonly orderUrl: string;
}

/** We cancelled an order before it was paid. */
export function orderCancelled({ orderId, total, lines, orderUrl }: CancelledOrder): Letter {
  return {
    subject: `Your order ${orderId} is cancelled`,
    parts: [
      { say: "We have cancelled your order. It was not paid, and you have nothing to pay." },
      { facts: lines.map(({ name, pieces }) => [name, String(pieces)] as const) },
      { say: "If you still want any of it, order it anew: this order is not to be paid any more." },
      { button: "Open the order", url: orderUrl },
      { facts: [["Total", total]] },
    ],
  };
}
