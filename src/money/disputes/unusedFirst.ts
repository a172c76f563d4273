import type { RefundableSale } from "../refunds/index.ts";

type Ranked = Pick<RefundableSale, "no" | "state" | "contractId">;

/**
 * The plans a lost dispute can end, in the order in which it ends them: where it has not taken the money of
 * all, those go first whose owners lose nothing by it. Pure.
 */
export function unusedFirst<Sale extends Ranked>(sales: readonly Sale[]): readonly Sale[] {
  const rank = ({ contractId }: Sale): number => (contractId === null ? 0 : 1);
  return sales
    .filter(({ state }) => state !== "refunded")
    .toSorted((a, b) => rank(a) - rank(b) || a.no - b.no);
}
