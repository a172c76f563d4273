import { piecesOf } from "./piecesOf.ts";

/** A line of goods that was paid for: `net = owed + income + refunded`, tax apart, in minor units. */
export interface Goods {
  readonly lineNo: number;
  readonly kind: "goods" | "delivery";
  readonly programme: string;
  readonly region: string;
  readonly currency: string;
  readonly quantity: number;
  /** Pieces that were neither handed over nor given up. */
  readonly owedQuantity: number;
  /** Pieces that were given up or came back. */
  readonly returnedQuantity: number;
  readonly netMinor: number;
  readonly owedMinor: number;
  readonly incomeMinor: number;
  readonly refundedMinor: number;
  readonly taxMinor: number;
  readonly taxKind: string;
  readonly refundedTaxMinor: number;
}

/** Which pieces are meant: those that are still owed, or those that were handed over. */
export type GoodsFrom = "owed" | "income";

/** How many pieces of a line are there to be taken. Pure. */
export function piecesLeft(
  { quantity, owedQuantity, returnedQuantity }: Pick<Goods, "quantity" | "owedQuantity" | "returnedQuantity">,
  from: GoodsFrom,
): number {
  return from === "owed" ? owedQuantity : quantity - owedQuantity - returnedQuantity;
}

/**
 * What so many pieces of a line come to: taken one after the other they come to all of it, and nothing is
 * left over. Undefined when so many are not there. Pure.
 */
export function shareOf(
  goods: Goods,
  pieces: number,
  from: GoodsFrom,
): { readonly netMinor: number; readonly taxMinor: number } | undefined {
  const there = piecesLeft(goods, from);
  if (pieces < 1 || pieces > there) {
    return undefined;
  }
  const kept = goods.quantity - goods.returnedQuantity;
  return {
    netMinor: firstOf(from === "owed" ? goods.owedMinor : goods.incomeMinor, there, pieces),
    taxMinor: firstOf(goods.taxMinor - goods.refundedTaxMinor, kept, pieces),
  };
}

function firstOf(amountMinor: number, pieces: number, count: number): number {
  return piecesOf(amountMinor, pieces)
    .slice(0, count)
    .reduce((sum, piece) => sum + piece, 0);
}
