import assert from "node:assert/strict";
import { earnedBy } from "./curves.ts";
import type { Sale } from "./sale.ts";

/** What a sale has earned in a month, booked when that is over. */
export interface Release {
  /** `2026-03`, by the clock of UTC. */
  readonly month: string;
  /** The last instant of the month: what it earned counts in it, however late it is booked. */
  readonly at: Temporal.Instant;
  readonly amountMinor: number;
}

/** The months a sale has to book by now, and how far it is booked then. */
export interface Releases {
  readonly releases: readonly Release[];
  readonly earnedUntil: Temporal.Instant;
  readonly state: "earning" | "earned";
}

/** The first instant of an instant's month, by the clock of UTC. */
export function thisMonth(at: Temporal.Instant): Temporal.Instant {
  return at.toZonedDateTimeISO("UTC").with({ day: 1 }).startOfDay().toInstant();
}

/** The first instant of the month after. */
export function nextMonth(at: Temporal.Instant): Temporal.Instant {
  return thisMonth(at).toZonedDateTimeISO("UTC").add({ months: 1 }).toInstant();
}

/**
 * The months that are over and not booked yet, of a sale that is being earned, in order. What is booked is
 * the difference to what its curve has earned by then: in however many steps it is done, they come to the
 * same. In the month its period ends it is all of the rest. Pure.
 */
export function releasesDue(sale: Sale, now: Temporal.Instant): Releases {
  const { startsAt, endsAt, earnedUntil, netMinor, curve } = sale;
  assert(startsAt !== null && endsAt !== null && earnedUntil !== null, "what is being earned has a period");
  const releases: Release[] = [];
  let from = earnedUntil;
  let booked = sale.earnedMinor;
  for (let end = nextMonth(from); Temporal.Instant.compare(end, now) <= 0; end = nextMonth(end)) {
    const earned = earnedBy({ curve, netMinor, startsAt, endsAt }, end);
    const month = from.toZonedDateTimeISO("UTC").toPlainDate().toPlainYearMonth().toString();
    releases.push({ month, at: end.subtract({ microseconds: 1 }), amountMinor: earned - booked });
    booked = earned;
    from = end;
    if (Temporal.Instant.compare(endsAt, end) <= 0) {
      return { releases, earnedUntil: from, state: "earned" };
    }
  }
  return { releases, earnedUntil: from, state: "earning" };
}
