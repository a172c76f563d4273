import type { Answers } from "../visit/draft.ts";
import type { Money } from "../words/formatMoney.ts";

/** The price the sheet showed beside the way that was taken. */
export function seenPrice({ feeMinor = "", currency = "" }: Answers): { fee?: Money } {
  const isPrice = /^\d{1,12}$/.test(feeMinor) && /^[A-Z]{3}$/.test(currency);
  return isPrice ? { fee: { amount: Number(feeMinor), currency } } : {};
}
