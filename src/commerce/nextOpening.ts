/** On an order: its reseller opens, and gets the codes it has paid for. An order has one. */
export const CODES_WAIT = "codes_wait";

/** When codes are handed out: these days of the week (1 is Monday), between these hours there. */
export interface OpeningHours {
  /** IANA. */
  readonly timeZone: string;
  readonly days: readonly number[];
  /** Whole hours: from 8 to 16 is from 08:00 until 16:00. */
  readonly fromHour: number;
  readonly toHour: number;
}

/** A week has every day; one more comes round to today after closing. */
const LOOK_AHEAD_DAYS = 8;

/**
 * When codes are handed out to a reseller with these hours: at once while it is open, else when it opens next
 * by its own clock. An hour that a change of the clocks leaves out is the first there is after it. Pure.
 */
export function nextOpening(hours: OpeningHours, at: Temporal.Instant): Temporal.Instant {
  const { timeZone, days, fromHour, toHour } = hours;
  const today = at.toZonedDateTimeISO(timeZone).toPlainDate();
  for (let ahead = 0; ahead < LOOK_AHEAD_DAYS; ahead += 1) {
    const day = today.add({ days: ahead });
    if (days.includes(day.dayOfWeek)) {
      const opens = day.toZonedDateTime({ timeZone, plainTime: { hour: fromHour } }).toInstant();
      const closes = closing(day, toHour).toZonedDateTime(timeZone).toInstant();
      if (Temporal.Instant.compare(at, closes) < 0) {
        return Temporal.Instant.compare(at, opens) < 0 ? opens : at;
      }
    }
  }
  return at;
}

/** The hour 24 is the beginning of the next day. */
function closing(day: Temporal.PlainDate, toHour: number): Temporal.PlainDateTime {
  return day.toPlainDateTime({ hour: 0 }).add({ hours: toHour });
}
