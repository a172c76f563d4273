import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { AppointmentView } from "../service/index.ts";

/** What stands in the calendar of whoever comes. */
export interface CalendarFacts {
  readonly appointment: Pick<AppointmentView, "id" | "startsAt" | "endsAt" | "sequence" | "centre" | "state">;
  readonly device: string;
  readonly caseUrl: string;
  readonly organiser: { readonly name: string; readonly email: string };
  readonly at: Temporal.Instant;
}

/** Over, it is taken out of the calendar; its last number is above that of every move. */
const OVER: ReadonlySet<string> = new Set(["cancelled", "lapsed", "no_show"]);

/**
 * The iCalendar file of an appointment. One UID for as long as it lives, a sequence that grows with each
 * move: a calendar that reads them puts each in the place of the one before. RFC 5545, 5546.
 */
export function calendarFile({ appointment, device, caseUrl, organiser, at }: CalendarFacts): string {
  const { id, startsAt, endsAt, sequence, centre, state } = appointment;
  const isOver = OVER.has(state);
  const { line1, line2, postcode, city } = centre.address;
  const calendar = new ICalCalendar({
    prodId: { company: "Evermend", product: "appointments", language: "EN" },
    method: isOver ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  calendar.createEvent({
    id: `${id}@${organiser.email.split("@").at(-1) ?? "localhost"}`,
    sequence: isOver ? sequence + 1 : sequence,
    stamp: new Date(at.epochMilliseconds),
    start: new Date(Temporal.Instant.from(startsAt).epochMilliseconds),
    end: new Date(Temporal.Instant.from(endsAt).epochMilliseconds),
    summary: `${device} at ${centre.name}`,
    location: [centre.name, line1, line2, `${postcode} ${city}`, centre.country]
      .filter((each) => each !== undefined)
      .join(", "),
    description: `Move or cancel it on the case page: ${caseUrl}`,
    url: caseUrl,
    organizer: organiser,
    status: isOver ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}
