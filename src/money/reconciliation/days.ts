/** How long one side may have something that the other has not: days. */
export const LATE_DAYS = 3;
/** How long a payout may be on its way to our bank. */
export const PAYOUT_DAYS = 5;
/** How long money at our bank may belong to nothing. */
export const CREDIT_DAYS = 2;
/** How far back a night looks. */
export const WINDOW_DAYS = 35;
/** What is open for longer is told as an error. */
export const PATIENCE_DAYS = 7;

/** The civil day of an instant; reports and nights go by UTC. */
export function dayOf(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO("UTC").toPlainDate();
}

/** How many days the second lies after the first. */
export function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: "days" }).days;
}

/** The instant a day begins. */
export function startOf(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime("UTC").toInstant();
}
