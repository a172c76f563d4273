import type { Receipt } from "../../terms/index.ts";
import type { ReceiptStep } from "../parts/receiptList.ts";
import { en } from "../words/en.ts";
import { formatMoment } from "../words/formatDate.ts";

/** A stored receipt as the engine made it. The API's schema keeps it open, so we name its shape again. */
export function asReceipt(stored: object): Receipt {
  return stored as Receipt;
}

/** What strangers are told has no facts and nothing that would change it. */
type Said = Pick<Receipt["because"][number], "clause" | "says">;
export type Reasons = Pick<Receipt, "needs"> & {
  readonly because: readonly Said[];
  readonly against: readonly Said[];
  readonly wouldChange?: Receipt["wouldChange"];
};

/**
 * The reasons of a receipt for people: what speaks against first, then what holds, then what is still to
 * be known.
 */
export function receiptSteps(receipt: Reasons): readonly ReceiptStep[] {
  const { because, against, needs } = receipt;
  const change = receipt.wouldChange?.find((one) => one.says !== "")?.says;
  return [
    ...against.map(({ says, clause }) => ({ verdict: "fails" as const, says, clause })),
    ...because.map(({ says, clause }) => ({ verdict: "holds" as const, says, clause })),
    ...needs.map((fact) => ({
      verdict: "unknown" as const,
      says: en.places.facts[fact] ?? en.places.otherFact,
      clause: fact,
      detail: change,
    })),
  ];
}

/** The windows of a receipt as lines: from when, until when, by which clock. */
export function windowFacts({ deadlines }: Receipt, now: string) {
  const words = en.claim;
  return deadlines.flatMap(({ from, to, zone, clock }) => [
    { label: words.windowFrom, value: formatMoment(from, zone, now) },
    { label: words.windowTo(clock), value: formatMoment(to, zone, now) },
    { label: words.windowNow, value: formatMoment(now, zone, now) },
  ]);
}
