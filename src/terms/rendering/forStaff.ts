import { printMoney } from "../money.ts";
import type { Change, Deadline, Fee, Reason, Receipt, Use } from "../receipt.ts";
import { vocabulary } from "../vocabulary.ts";
import { en } from "./en.ts";
import { momentInWords, zoneOf } from "./momentInWords.ts";
import type { CardWords, ReceiptWords } from "./words.ts";

/** One line of a card; `clause` is where it comes from. */
export interface CardLine {
  readonly label: string;
  readonly value: string;
  readonly clause?: string;
}

/** A receipt as a card for those who work with the case: figures, what is missing, times, and clauses. */
export function forStaff(receipt: Receipt, words: ReceiptWords = en): readonly CardLine[] {
  const { card } = words;
  const { terms, decision, outcome, because, against, needs, deadlines, wouldChange, doors } = receipt;
  return [
    { label: card.outcome, value: `${decision}: ${outcome}` },
    ...(receipt.at === null ? [] : [{ label: card.at, value: receipt.at }]),
    { label: card.terms, value: `${terms.programme} ${terms.version}` },
    ...moneyLines(receipt, words),
    ...against.map((reason) => reasonLine(card.against, reason)),
    ...because.filter(({ verdict }) => verdict !== "fails").map((each) => reasonLine(card.because, each)),
    ...needs.map((fact) => ({ label: card.missing, value: missingIn(fact, receipt, card) })),
    ...deadlines.map((each) => deadlineLine(each, words)),
    ...wouldChange.map((each) => ({ label: card.change, value: changeIn(each, card) })),
    ...doors.map(({ door, clause }) => ({ label: card.door, value: door, clause })),
  ];
}

/** What is asked for, with what was told of it where that cannot be. */
function missingIn(fact: string, { notBelieved = [] }: Receipt, card: CardWords): string {
  const doubted = notBelieved.find((each) => each.fact === fact);
  if (doubted === undefined) {
    return labelOf(fact);
  }
  const { told } = doubted;
  const text = typeof told === "object" && told !== null ? Object.values(told).join(" - ") : String(told);
  return card.notBelieved(labelOf(fact), text);
}

/** The lines as text, labels in one column; ends in a line feed. */
export function cardText(lines: readonly CardLine[]): string {
  const width = Math.max(0, ...lines.map(({ label }) => label.length));
  return lines
    .map(({ label, value, clause }) => {
      const from = clause === undefined ? "" : `  [${clause}]`;
      return `${label.padEnd(width)}  ${value}${from}\n`;
    })
    .join("");
}

function moneyLines(receipt: Receipt, words: ReceiptWords): readonly CardLine[] {
  const { card } = words;
  const { fee, uses, returns, hold, refund } = receipt;
  const zone = zoneOf(receipt);
  const moment = (instant: string): string => momentInWords(instant, zone, words);
  const lines: CardLine[] = [];
  if (fee !== null) {
    lines.push({ label: card.fee, value: feeIn(fee, card), clause: fee.clause });
  }
  if (uses !== null) {
    lines.push({ label: card.uses, value: useIn(uses, card) });
  }
  if (returns !== null) {
    const by = returns.by === null ? [] : [card.by(moment(returns.by))];
    lines.push({ label: card.returns, value: [returns.parts.join(", "), ...by].join(", ") });
  }
  if (hold !== undefined) {
    const ends = hold.endsAt === null ? [] : [card.ends(moment(hold.endsAt))];
    const value = [printMoney(hold.amount, hold.currency), ...ends].join(", ");
    lines.push({ label: card.hold, value, clause: hold.clause });
  }
  if (refund !== undefined) {
    const by = refund.payBy === null ? [] : [card.by(moment(refund.payBy))];
    const value = [printMoney(refund.amount, refund.currency), refund.by, ...by].join(", ");
    lines.push({ label: card.refund, value, clause: refund.clause });
  }
  return lines;
}

function feeIn({ amount, currency, nth, tax }: Fee, card: CardWords): string {
  const money = currency === null ? String(amount) : printMoney(amount, currency);
  return [money, ...(nth === null ? [] : [card.nth(nth)]), ...(tax === null ? [] : [card.taxes[tax]])].join(
    ", ",
  );
}

function useIn({ benefit, nth, left, amount, currency }: Use, card: CardWords): string {
  const isMoney = amount !== undefined && currency !== undefined;
  const taken = isMoney
    ? card.takes(benefit, printMoney(amount, currency))
    : [benefit, ...(nth === null ? [] : [nth])].join(" ");
  if (left === null) {
    return `${taken}, ${card.unlimited}`;
  }
  return `${taken}, ${card.left(isMoney ? printMoney(left, currency) : String(left))}`;
}

const reasonLine = (label: string, { clause, verdict, says }: Reason): CardLine => ({
  label,
  value: `${verdict}: ${says}`,
  clause,
});

function deadlineLine({ clause, to, zone, clock }: Deadline, words: ReceiptWords): CardLine {
  const value = `${words.card.by(momentInWords(to, zone, words))} (${clock}, ${zone})`;
  return { label: words.card.deadline, value, clause };
}

function changeIn({ fact, says, by, outcome, correction }: Change, card: CardWords): string {
  const label = labelOf(fact);
  const what = says.startsWith(label) ? says : `${label}: ${says}`;
  const told = `${what} (${outcome}, ${by})`;
  return correction === true ? `${told}, ${card.correction}` : told;
}

const labelOf = (fact: string): string => vocabulary.get(fact)?.label ?? fact;
