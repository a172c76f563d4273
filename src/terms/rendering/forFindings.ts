import type { CombinedFindings, FindingWay } from "../choosing/combineFindings.ts";
import { printMoney } from "../money.ts";
import { en } from "./en.ts";
import type { CardLine } from "./forStaff.ts";
import type { ReceiptWords } from "./words.ts";

/**
 * Several findings of one case as lines of a card: what becomes of each under its name, then what is paid,
 * used and sent back in all.
 */
export function forFindings(
  { ways, fees, uses, returns }: CombinedFindings,
  { card }: ReceiptWords = en,
): readonly CardLine[] {
  return [
    ...ways.map((way) => ({ label: way.finding, value: becameOf(way, card.findings) })),
    ...fees.map(({ amount, currency, clause }) => ({
      label: card.fee,
      value: currency === null ? String(amount) : printMoney(amount, currency),
      clause,
    })),
    ...uses.map(({ benefit, nth }) => ({
      label: card.uses,
      value: nth === null ? benefit : `${benefit}, ${card.nth(nth)}`,
    })),
    ...(returns === null || returns.parts.length === 0
      ? []
      : [{ label: card.returns, value: returns.parts.join(", ") }]),
  ];
}

function becameOf({ outcome, part, by = "" }: FindingWay, words: ReceiptWords["card"]["findings"]): string {
  return part === "shared" || part === "needless" ? words[part](outcome, by) : outcome;
}
