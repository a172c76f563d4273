import type { Feed } from "./feed.ts";

/**
 * When a feed is looked for next: so many hours on, or at the next such minute of its supplier's clock, also
 * on the days on which the clock is moved. Pure.
 */
export function nextLook(
  { everyHours, dailyAt, zone }: Pick<Feed, "everyHours" | "dailyAt" | "zone">,
  after: Temporal.Instant,
): Temporal.Instant {
  if (dailyAt === null) {
    return after.add({ hours: everyHours ?? 24 });
  }
  const minute = Temporal.PlainTime.from(dailyAt);
  const today = after.toZonedDateTimeISO(zone).toPlainDate();
  const atOn = (day: Temporal.PlainDate) =>
    day.toZonedDateTime({ timeZone: zone, plainTime: minute }).toInstant();
  const first = atOn(today);
  return Temporal.Instant.compare(first, after) > 0 ? first : atOn(today.add({ days: 1 }));
}
