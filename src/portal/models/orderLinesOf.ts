import type { OrderView } from "../../commerce/index.ts";
import type { OrderModel } from "../pages/orderPage.ts";
import { en } from "../words/en.ts";
import { formatDay } from "../words/formatDate.ts";

/** The lines of an order with what comes when, and how its goods are sent. */
export function orderLinesOf({
  lines,
  delivery,
  totals,
  state,
}: OrderView): Pick<OrderModel, "lines" | "delivery" | "hasGoods" | "net"> {
  const words = en.shop;
  const isOpen = state === "placed" || state === "paid";
  const noteOf = ({ soldAs, promisedOn, cancelled, quantity }: OrderView["lines"][number]) => {
    if (cancelled > 0) {
      return words.lineCancelled(cancelled, cancelled === quantity);
    }
    const isComing = soldAs === "goods" && isOpen;
    return isComing ? words.lineArrives(formatDay(Temporal.PlainDate.from(promisedOn))) : undefined;
  };
  const isSent = delivery.option !== "email";
  return {
    lines: lines.map((line) => ({
      ...{ name: line.name, quantity: line.quantity, sum: line.gross, note: noteOf(line) },
    })),
    delivery: isSent
      ? { name: en.shelf.ways[delivery.option] ?? delivery.option, sum: delivery.gross }
      : undefined,
    hasGoods: isSent,
    net: totals.net,
  };
}
