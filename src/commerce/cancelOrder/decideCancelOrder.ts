import type { Goods } from "../../money/index.ts";
import { accepted, type Decision } from "../../platform/index.ts";
import type { Order } from "../order.ts";
import { refuse } from "../refusals.ts";

/** What a cancellation is decided from. */
export interface CancelFacts {
  readonly order: Pick<Order, "state"> & {
    readonly lines: readonly Pick<Order["lines"][number], "soldAs">[];
  };
  /** What the books say of its goods and their delivery; empty while it is not paid. */
  readonly goods: readonly Pick<Goods, "kind" | "lineNo" | "quantity" | "owedQuantity">[];
  /** A carrier has one of its parcels, or is being asked to fetch it. */
  readonly isLeaving: boolean;
}

/** What is cancelled: an order that nobody paid, or the goods of one that is paid. */
export type Cancelled =
  | { readonly kind: "unpaid" }
  | {
      readonly kind: "goods";
      /** Codes of it were delivered, so that the order itself stands. */
      readonly keepsCodes: boolean;
      /** Every piece, and the delivery. */
      readonly back: readonly { readonly lineNo: number; readonly pieces: number; readonly from: "owed" }[];
    };

/**
 * Whether an order may be cancelled: while it is not paid, or its goods while all of them are here. Codes that
 * were delivered are given back instead. Pure.
 */
export function decideCancelOrder({ order, goods, isLeaving }: CancelFacts): Decision<Cancelled> {
  if (order.state === "placed") {
    return accepted({ kind: "unpaid" });
  }
  const pieces = goods.filter(({ kind }) => kind === "goods");
  const isHere = pieces.length > 0 && pieces.every(({ quantity, owedQuantity }) => quantity === owedQuantity);
  if (order.state !== "paid" || !isHere || isLeaving) {
    return refuse("order_handed_over");
  }
  const back = goods
    .filter(({ owedQuantity }) => owedQuantity > 0)
    .map(({ lineNo, owedQuantity }) => ({ lineNo, pieces: owedQuantity, from: "owed" as const }));
  return accepted({ kind: "goods", keepsCodes: order.lines.some(({ soldAs }) => soldAs === "code"), back });
}
