import type { Order, OrderLine } from "../order.ts";
import { UNION } from "../taxes/index.ts";

const DAYS = 14;

/** What is longer where nobody told the buyer of the right: Directive 2011/83/EU, Art. 10. */
const UNTOLD = { months: 12 };

/** Public holidays move the end and are not known here; what is told in these days a person looks at. */
const DAYS_OF_HOLIDAYS = 3;

type Bought = Pick<Order, "country" | "vatId" | "withdrawalShown" | "placedAt" | "deliveredAt" | "state">;

/**
 * Until when the buyer of an order may say that they withdraw from one of its lines: a plan from the day it
 * was bought, goods from the day they came (Directive 2011/83/EU, Art. 9), with the days that a weekend or a
 * holiday adds. Undefined where there is no such right: for a business, outside the Union. Goods that have
 * not come yet may be given up at any time. Pure.
 */
export function withdrawalEnds(
  order: Bought,
  { soldAs }: Pick<OrderLine, "soldAs">,
): Temporal.Instant | "open" | undefined {
  if (order.vatId !== null || !UNION.has(order.country) || order.state === "cancelled") {
    return undefined;
  }
  const from = soldAs === "goods" ? order.deliveredAt : order.placedAt;
  if (from === null) {
    return "open";
  }
  // By the clock of the Union's westernmost zone, which is the latest of its buyers'.
  const day = from.toZonedDateTimeISO("Atlantic/Azores").toPlainDate().add({ days: DAYS });
  const longer = order.withdrawalShown ? day : day.add(UNTOLD);
  const working = longer.add({ days: longer.dayOfWeek > 5 ? 8 - longer.dayOfWeek : 0 });
  const last = working.add({ days: DAYS_OF_HOLIDAYS + 1 });
  return last.toZonedDateTime("Atlantic/Azores").toInstant();
}

/** Whether the buyer may say so now. Pure. */
export function mayWithdraw(order: Bought, line: Pick<OrderLine, "soldAs">, at: Temporal.Instant): boolean {
  const ends = withdrawalEnds(order, line);
  return ends === "open" || (ends !== undefined && Temporal.Instant.compare(at, ends) < 0);
}
