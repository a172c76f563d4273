import { type Finding, inTime, type TheirLine } from "./comparison.ts";
import { dayOf, daysBetween, PAYOUT_DAYS } from "./days.ts";
import { side, sum } from "./sides.ts";

/** Money that came to our bank, as the bank told or as it was booked. */
export interface Arrival {
  /** Of what was booked as a credit. */
  readonly creditId?: string;
  readonly reference: string;
  readonly amountMinor: number;
  readonly currency: string;
  /** It stands in our books as money that belongs to nothing yet. */
  readonly isBooked: boolean;
  /** The bank's line, or what the booked credit is called. */
  readonly lineId: string | null;
  readonly ourKey: string | null;
}

/** A payout, what came of it, and whether that is in our books. */
export interface ArrivedPayout {
  readonly line: TheirLine;
  readonly arrival: Arrival;
}

/** What became of payouts: each payout, and each arrival that names one, is in one of these. */
interface Payouts {
  readonly arrived: readonly ArrivedPayout[];
  readonly findings: readonly Finding[];
}

/**
 * What became of the payouts of a provider: those that came, and what is wrong with the others. What came
 * once is one payout. Pure; the order of its input does not matter.
 */
export function matchPayouts(
  lines: readonly TheirLine[],
  arrivals: readonly Arrival[],
  today: Temporal.PlainDate,
): Payouts {
  const payouts = lines.filter(({ entry }) => entry === "payout").toSorted(inTime);
  const free = new Set(arrivals.toSorted(byName));
  const arrived: ArrivedPayout[] = [];
  const findings: Finding[] = [];
  for (const line of payouts) {
    const named = [...free].filter((one) => names(one, line));
    const arrival = named.find(({ amountMinor }) => amountMinor === line.amountMinor) ?? named[0];
    if (arrival === undefined) {
      findings.push(notCome(line, arrived, today));
    } else {
      free.delete(arrival);
      arrived.push({ line, arrival });
      findings.push(...differs(line, arrival));
    }
  }
  const again = [...free].filter((one) => payouts.some((line) => names(one, line)));
  return { arrived, findings: [...findings, ...again.map(cameAgain)] };
}

function notCome(line: TheirLine, arrived: readonly ArrivedPayout[], today: Temporal.PlainDate): Finding {
  const { lineId, theirId, amountMinor, currency } = line;
  const isTwin = arrived.some((one) => one.line.amountMinor === amountMinor && names(one.arrival, line));
  const isLate = daysBetween(dayOf(line.at), today) <= PAYOUT_DAYS;
  const missing = isLate ? "late" : "payout_missing";
  const cause = isTwin ? "doubled_there" : missing;
  const sides = [side("payout", sum(amountMinor, currency), null)];
  return { lineId, ourKey: null, cause, amountMinor, currency, detail: `payout ${theirId}`, sides };
}

function differs({ lineId, amountMinor, currency }: TheirLine, arrival: Arrival): Finding[] {
  const missing = amountMinor - arrival.amountMinor;
  if (missing === 0) {
    return [];
  }
  const detail = `${amountMinor} paid out, ${arrival.amountMinor} came`;
  const cause = missing > 0 ? "payout_short" : "amount_differs";
  const sides = [side("payout", sum(amountMinor, currency), sum(arrival.amountMinor, currency))];
  return [{ lineId, ourKey: null, cause, amountMinor: Math.abs(missing), currency, detail, sides }];
}

function cameAgain({ lineId, ourKey, amountMinor, currency, reference }: Arrival): Finding {
  return {
    cause: "doubled_there",
    lineId,
    ourKey,
    amountMinor,
    currency,
    detail: `came again: ${reference}`,
    sides: [side("payout", null, sum(amountMinor, currency))],
  };
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

/** What is booked first, then by what it is called. */
function byName(left: Arrival, right: Arrival): number {
  const name = ({ lineId, ourKey }: Arrival) => lineId ?? ourKey ?? "";
  return Number(right.isBooked) - Number(left.isBooked) || (name(left) < name(right) ? -1 : 1);
}
