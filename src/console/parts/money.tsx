import { formatMoney, type Money as Sum } from "../format/formatMoney.ts";

/** A sum of money, exact, never broken across lines. */
export function Money({ of }: { readonly of: Sum }) {
  return <span className="money">{formatMoney(of)}</span>;
}
