import { type Finding, inTime, type TheirLine } from "./comparison.ts";
import { side } from "./sides.ts";
import type { CodesSold } from "./soldAndSent.ts";

/**
 * Where a reseller counts other codes than we sold: order by order; an order their statement leaves out
 * counts as none. What differs is told of the first line of its order. Pure.
 */
export function matchCodes(
  lines: readonly TheirLine[],
  sold: readonly CodesSold[],
  tells: (day: CodesSold) => boolean,
): readonly Finding[] {
  const counted = new Map<string, { line: TheirLine; quantity: number }>();
  for (const line of lines.toSorted(inTime).filter(({ entry }) => entry === "codes")) {
    const before = counted.get(line.reference) ?? { line, quantity: 0 };
    counted.set(line.reference, { ...before, quantity: before.quantity + (line.quantity ?? 0) });
  }
  const orders = new Map(sold.map((order) => [order.orderId, order]));
  const there = [...counted].flatMap(([reference, { line, quantity }]): Finding[] => {
    const order = orders.get(reference);
    const about = { lineId: line.lineId, ourKey: order?.orderId ?? null, amountMinor: 0, currency: null };
    if (order === undefined) {
      return [
        {
          ...about,
          cause: "unknown_reference",
          detail: `order ${reference}`,
          sides: [side("codes", quantity, null)],
        },
      ];
    }
    return quantity === order.quantity ? [] : [{ ...about, ...differ(reference, quantity, order.quantity) }];
  });
  const here = sold
    .filter((order) => order.quantity > 0 && !counted.has(order.orderId) && tells(order))
    .map(
      (order): Finding => ({
        ...{ lineId: null, ourKey: order.orderId, amountMinor: 0, currency: null },
        ...differ(order.orderId, 0, order.quantity),
      }),
    );
  return [...there, ...here];
}

function differ(order: string, counted: number, sold: number): Pick<Finding, "cause" | "detail" | "sides"> {
  return {
    cause: counted > sold ? "reseller_counts_more" : "reseller_counts_fewer",
    detail: `order ${order}: ${counted} counted, ${sold} sold`,
    sides: [side("codes", counted, sold)],
  };
}
