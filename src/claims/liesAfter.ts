import type { Incident } from "./incident.ts";

/** Whether what is told has not happened yet, wherever it was. Pure. */
export function liesAfter({ at }: Pick<Incident, "at">, now: Temporal.Instant): boolean {
  if (at.includes("T")) {
    return Temporal.Instant.compare(Temporal.Instant.from(at), now) > 0;
  }
  // A day may already have begun where the owner is: the most easterly zone is fourteen hours ahead.
  const today = now.add({ hours: 14 }).toZonedDateTimeISO("UTC").toPlainDate();
  return Temporal.PlainDate.compare(Temporal.PlainDate.from(at), today) > 0;
}
