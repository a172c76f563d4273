import type { Letter } from "../letter.ts";

/** A piece of goods, with how many of it. */
export interface PiecesTold {
  readonly name: string;
  readonly pieces: number;
}

const listed = (lines: readonly PiecesTold[]): Letter["parts"][number] => ({
  facts: lines.map(({ name, pieces }) => [name, String(pieces)] as const),
});

/** What the notice of a parcel of goods is made from. */
export interface ParcelSentFacts {
  readonly orderId: string;
  readonly carrier: string;
  readonly tracking: string;
  readonly trackingUrl: string;
  readonly pickupPoint: string | undefined;
  readonly lines: readonly PiecesTold[];
}

/** Goods are on their way to their buyer. */
export function parcelSent(facts: ParcelSentFacts): Letter {
  const { orderId, carrier, tracking, trackingUrl, pickupPoint, lines } = facts;
  return {
    subject: `A parcel of order ${orderId} is on its way`,
    parts: [
      { say: "We have handed this to the carrier:" },
      listed(lines),
      {
        facts: [
          ["Carrier", carrier],
          ["Tracking number", tracking],
          ...(pickupPoint === undefined ? [] : [["Fetch it at", pickupPoint] as const]),
        ],
      },
      { button: "See where it is", url: trackingUrl },
    ],
  };
}

/** What a buyer of late goods is told. */
export interface OrderLateFacts {
  readonly orderId: string;
  /** Undefined where the supplier cannot deliver. */
  readonly expectedOn: string | undefined;
  readonly lines: readonly PiecesTold[];
  readonly orderUrl: string;
}

/** Goods do not come when they were promised: to wait, or to cancel. */
export function orderLate({ orderId, expectedOn, lines, orderUrl }: OrderLateFacts): Letter {
  return {
    subject: expectedOn === undefined ? `We cannot send all of order ${orderId}` : `Order ${orderId} is late`,
    parts: [
      {
        say:
          expectedOn === undefined
            ? "We are sorry: our supplier cannot send us this for your order."
            : `We are sorry: this comes later than we promised, on ${expectedOn} by what our supplier says.`,
      },
      listed(lines),
      {
        say:
          "You choose: wait for it, or cancel it and get back what you paid for it. " +
          "If you do nothing, it waits for you, and you can still cancel until it leaves.",
      },
      { button: "Wait or cancel", url: orderUrl },
    ],
  };
}

/** What a supplier is asked for. */
export interface SupplierOrderFacts {
  readonly orderId: string;
  readonly orderedOn: string;
  readonly lines: readonly {
    readonly key: string;
    readonly name: string;
    readonly pieces: number;
    readonly promisedOn: string;
  }[];
}

/** A day's order, to its supplier. */
export function supplierOrderSent({ orderId, orderedOn, lines }: SupplierOrderFacts): Letter {
  return {
    subject: `Order ${orderId} of ${orderedOn}`,
    parts: [
      { say: "Please send us this:" },
      {
        facts: lines.map(
          ({ key, name, pieces, promisedOn }) =>
            [key, `${pieces} × ${name}, promised to our buyers for ${promisedOn}`] as const,
        ),
      },
      { say: "Answer this mail with the day it comes, or tell us at once if you cannot keep a day." },
    ],
  };
}
