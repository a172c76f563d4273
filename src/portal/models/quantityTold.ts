import type { TotalTold } from "../pages/buyBox.ts";
import type { Tier } from "../parts/priceTable.ts";

type Rule = {
  readonly least: number;
  readonly multiple: number;
  /** Pieces there are; undefined where as many as are wanted. */
  readonly most?: number | undefined;
};

/**
 * What so many pieces come to, before anything is put in the cart, or the nearest numbers that are sold. The
 * cart and the order decide by themselves; this is what they will say.
 */
export function quantityTold(
  quantity: number,
  tiers: readonly Tier[],
  { least, multiple, most }: Rule,
): TotalTold | undefined {
  const fewest = Math.ceil(least / multiple) * multiple;
  if (quantity < fewest || quantity % multiple !== 0) {
    const near = [Math.floor(quantity / multiple), Math.ceil(quantity / multiple)];
    return { kind: "not sold", nearest: [...new Set(near.map((one) => Math.max(one * multiple, fewest)))] };
  }
  if (most !== undefined && quantity > most) {
    const all = Math.floor(most / multiple) * multiple;
    return { kind: "not sold", nearest: all < fewest ? [] : [all] };
  }
  const tier = tiers.filter(({ from }) => from <= quantity).at(-1);
  if (tier === undefined) {
    return undefined;
  }
  const times = (money: Tier["gross"]) => ({ ...money, amount: money.amount * quantity });
  const after = tiers.find(({ from, gross }) => from > quantity && gross.amount < tier.gross.amount);
  return {
    kind: "priced",
    quantity,
    each: tier.gross,
    gross: times(tier.gross),
    net: times(tier.net),
    next: after === undefined ? undefined : { more: after.from - quantity, each: after.gross },
  };
}
