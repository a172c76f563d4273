import { badField } from "../../platform/index.ts";

/** Errors: Problem 400 for a clock that is none of IANA's. */
export function demandZone(zone: string, at: Temporal.Instant): void {
  try {
    at.toZonedDateTimeISO(zone);
  } catch {
    throw badField("/zone", "unknown_zone", `There is no zone ${zone}: write one as Europe/Berlin.`);
  }
}
