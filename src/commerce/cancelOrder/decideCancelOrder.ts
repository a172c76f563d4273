import type { Goods } from "../../money/index.ts";
import { accepted, type Decision } from "../../platform/index.ts";
import type { Order } from "../order.ts";
import { refuse } from "../refusals.ts";

/** What a cancellation is decided from. */
export interface CancelFacts {
  readonly order: Pick<Order, "state">;
  /** What the books say of its goods and their delivery; empty while it is not paid. */
  readonly goods: readonly Pick<
    Goods,
    "kind" | "lineNo" | "quantity" | "owedQuantity" | "returnedQuantity"
  >[];
  /** One of its parcels has left. */
  readonly hasLeft: boolean;
}

/** What is cancelled: an order that nobody paid, or the goods of one that is paid. */
export type Cancelled =
  | { readonly kind: "unpaid" }
  | {
      readonly kind: "goods";
      /** Every piece, and the delivery. */
      readonly back: readonly { readonly lineNo: number; readonly pieces: number; readonly from: "owed" }[];
    };

/**
 * Whether an order may be cancelled: while it is not paid, or its goods while all of them are here. Codes
 * that were delivered are given back instead. Pure.
 */
export function decideCancelOrder({ order, goods, hasLeft }: CancelFacts): Decision<Cancelled> {
  if (order.state === "placed") {
    return accepted({ kind: "unpaid" });
  }
  const pieces = goods.filter(({ kind }) => kind === "goods");
  const isHere =
    pieces.some(({ owedQuantity }) => owedQuantity > 0) &&
    pieces.every((line) => line.quantity === line.owedQuantity + line.returnedQuantity);
  if (order.state !== "paid" || !isHere || hasLeft) {
    return refuse("order_handed_over");
  }
  const back = goods
    .filter(({ owedQuantity }) => owedQuantity > 0)
    .map(({ lineNo, owedQuantity }) => ({ lineNo, pieces: owedQuantity, from: "owed" as const }));
  return accepted({ kind: "goods", back });
}
