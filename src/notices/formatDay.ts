const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** `Thursday 4 December 2026`: written out, because no country's order of figures is everybody's. */
export function formatDay(day: Temporal.PlainDate): string {
  return `${WEEKDAYS[day.dayOfWeek - 1]} ${day.day} ${MONTHS[day.month - 1]} ${day.year}`;
}

/** The day of an instant in a zone. */
export function dayIn(at: Temporal.Instant, zone: string): string {
  return formatDay(at.toZonedDateTimeISO(zone).toPlainDate());
}

/** The last whole day before an instant in a zone: what is due then is safe when done on that day. */
export function lastDayBefore(at: Temporal.Instant, zone: string): string {
  return formatDay(at.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 }));
}

/** `Thursday 4 December 2026, 14:05 (Europe/Warsaw)`: the day and the minute in a zone. */
export function momentIn(at: Temporal.Instant, zone: string): string {
  const local = at.toZonedDateTimeISO(zone);
  const [hours, minutes] = [local.hour, local.minute].map((figure) => String(figure).padStart(2, "0"));
  return `${formatDay(local.toPlainDate())}, ${hours}:${minutes} (${zone})`;
}
