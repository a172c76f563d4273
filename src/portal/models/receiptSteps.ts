import type { Receipt } from "../../terms/index.ts";
import type { ReceiptStep } from "../parts/receiptList.ts";
import { en } from "../words/en.ts";
import { formatMoment, formatStart } from "../words/formatDate.ts";

/** A stored receipt as the engine made it. The API's schema keeps it open, so we name its shape again. */
export function asReceipt(stored: object): Receipt {
  return stored as Receipt;
}

/** What strangers are told has no facts and nothing that would change it. */
type Said = Pick<Receipt["because"][number], "clause" | "says">;
export type Reasons = Pick<Receipt, "needs"> & {
  readonly because: readonly Said[];
  readonly against: readonly Said[];
};

/**
 * The reasons of a receipt for people: what speaks against first, then what holds, then what is still to
 * be known.
 */
export function receiptSteps({ because, against, needs }: Reasons): readonly ReceiptStep[] {
  return [
    ...against.map(({ says, clause }) => ({ verdict: "fails" as const, says, clause })),
    ...because.map(({ says, clause }) => ({ verdict: "holds" as const, says, clause })),
    ...needs.map((fact) => ({
      verdict: "unknown" as const,
      says: en.places.facts[fact] ?? en.places.otherFact,
    })),
  ];
}

/** The windows of a receipt as lines: from when, until when, by which clock, and by how much it is late. */
export function windowFacts({ deadlines, wouldChange }: Receipt, now: string) {
  const words = en.claim;
  const late = wouldChange.filter(({ to }) => isInstant(to));
  const windows = deadlines.flatMap(({ from, to, zone, clock }) => [
    { label: words.windowFrom, value: formatStart(from, zone, now) },
    { label: words.windowTo(clock), value: formatMoment(to, zone, now) },
    { label: words.windowNow, value: formatStart(now, zone, now) },
  ]);
  return windows.length === 0
    ? []
    : [...windows, ...late.map(({ says }) => ({ label: words.windowMissed, value: says }))];
}

function isInstant(value: unknown): boolean {
  return typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value);
}

/**
 * What the person can still do something about. What happened, and what a device is, would also change the
 * answer; to say so would be asking for another story.
 */
export function changesInReach({ wouldChange }: Receipt): readonly string[] {
  return wouldChange.flatMap(({ fact, to }) => {
    const says = en.places.inReach[fact];
    return says === undefined ? [] : [says(en.places.regions[String(to)] ?? String(to))];
  });
}
