import { type Answer, printMoney } from "../../terms/index.ts";

/** An answer in a few words. */
export function answerText({ outcome, fee, refund, uses, returns, deadline }: Answer): string {
  return [
    outcome,
    ...(fee === null ? [] : [`fee ${moneyText(fee)}`]),
    ...(refund === null ? [] : [`refund ${moneyText(refund)}`]),
    ...(uses?.nth ? [`use ${uses.nth}`] : []),
    ...(uses?.left === undefined || uses.left === null ? [] : [`${uses.left} left`]),
    ...(returns === null ? [] : [`send back ${returns.parts.join(" ")}`]),
    ...(deadline === null ? [] : [`until ${deadline}`]),
  ].join(", ");
}

export const moneyText = ({ amount, currency }: { amount: number; currency: string | null }): string =>
  currency === null ? String(amount) : printMoney(amount, currency);
