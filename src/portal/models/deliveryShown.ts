import type { OrderView, showDelivery } from "../../commerce/index.ts";
import type { ParcelShown } from "../pages/orderPage.ts";
import { en } from "../words/en.ts";
import { formatDay } from "../words/formatDate.ts";

type Delivery = Awaited<ReturnType<typeof showDelivery.run>>;

const looks = { delivered: "ok", lost: "problem", returned: "needs", cancelled: "plain" } as Readonly<
  Record<string, ParcelShown["state"]>
>;

/** A parcel of an order: what is in it, where it is, and where to follow it. */
export function parcelShown(parcel: Delivery["parcels"][number]): ParcelShown {
  const { state, lines, carrier, tracking, trackingUrl } = parcel;
  return {
    state: looks[state] ?? "waiting",
    word: en.shop.parcelStates[state] ?? state,
    lines: lines.map(({ quantity, name }) => `${quantity} × ${name}`).join(", "),
    carrier: en.shop.carriers[carrier] ?? carrier,
    tracking: tracking === null ? undefined : { number: tracking, href: trackingUrl ?? undefined },
  };
}

/** What is late and not answered yet, in sentences; nothing where all is in time or was chosen about. */
export function lateTold(delays: Delivery["delays"], order: Pick<OrderView, "lines">): readonly string[] {
  const words = en.shop;
  const open = delays.filter(({ state, isOpen }) => isOpen && state === "told");
  return open.flatMap(({ lines, expectedOn }) =>
    lines
      .filter(({ pieces }) => pieces > 0)
      .map(({ no, name, pieces }) => {
        const was = formatDay(
          dayOf(order.lines.find((line) => line.no === no)?.promisedOn ?? expectedOn ?? ""),
        );
        const what = `${pieces} × ${name}`;
        return expectedOn === null
          ? words.delayNever(what, was)
          : words.delayNew(what, formatDay(dayOf(expectedOn)), was);
      }),
  );
}

function dayOf(text: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(text);
}
