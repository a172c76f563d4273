import type { Finding, TheirLine } from "./comparison.ts";
import { dayOf, daysBetween, PAYOUT_DAYS } from "./days.ts";

/** Money that came to our bank, as the bank told or as it was booked. */
export interface Arrival {
  /** Of what was booked as a credit. */
  readonly creditId?: string;
  readonly reference: string;
  readonly amountMinor: number;
  readonly currency: string;
  /** It stands in our books as money that belongs to nothing yet. */
  readonly isBooked: boolean;
}

/** A payout, what came of it, and whether that is in our books. */
export interface ArrivedPayout {
  readonly line: TheirLine;
  readonly arrival: Arrival;
}

/** What became of the payouts of a provider: those that came, and what is wrong with the others. Pure. */
export function matchPayouts(
  lines: readonly TheirLine[],
  arrivals: readonly Arrival[],
  today: Temporal.PlainDate,
): { readonly arrived: readonly ArrivedPayout[]; readonly findings: readonly Finding[] } {
  const arrived: ArrivedPayout[] = [];
  const findings: Finding[] = [];
  for (const line of lines.filter(({ entry }) => entry === "payout")) {
    const arrival = arrivals.find((one) => names(one, line));
    const about = { lineId: line.lineId, ourKey: null, currency: line.currency };
    if (arrival === undefined) {
      const isLate = daysBetween(dayOf(line.at), today) <= PAYOUT_DAYS;
      const cause = isLate ? "late" : "payout_missing";
      findings.push({ ...about, cause, amountMinor: line.amountMinor, detail: `payout ${line.theirId}` });
    } else {
      arrived.push({ line, arrival });
      const missing = line.amountMinor - arrival.amountMinor;
      if (missing !== 0) {
        const detail = `${line.amountMinor} paid out, ${arrival.amountMinor} came`;
        const cause = missing > 0 ? "payout_short" : "amount_differs";
        findings.push({ ...about, cause, amountMinor: Math.abs(missing), detail });
      }
    }
  }
  return { arrived, findings };
}

/** Banks put words around a reference. */
export function names(
  { reference, currency }: Pick<Arrival, "reference" | "currency">,
  line: TheirLine,
): boolean {
  const words = reference.split(/[^\w-]+/);
  return (
    currency === line.currency &&
    (words.includes(line.theirId) || (line.reference !== "" && words.includes(line.reference)))
  );
}
