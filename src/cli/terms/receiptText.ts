import { cardText, forStaff, type Receipt } from "../../terms/index.ts";

/** A receipt for a person at a terminal: the answer first, then the card staff see. Ends in a line feed. */
export function receiptText(receipt: Receipt): string {
  const [, ...lines] = forStaff(receipt);
  return `${receipt.decision}: ${receipt.outcome}\n${cardText(lines)}`;
}
