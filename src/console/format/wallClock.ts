/** Of UTC, where every day is as long. */
const DAY_MS = 86_400_000;

/** What a clock on the wall of a zone shows at an instant, to the second, as if it were UTC. */
export function wallOf(at: number, timeZone: string): number {
  const text = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(
    at,
  );
  return Date.parse(`${text.replace(" ", "T")}Z`);
}

/**
 * The instant of a clock on the wall: guessed as UTC, then moved by what the zone is off at that time. Of a
 * time that is left out as clocks go forward, as long after it; of one there are two of, the first. The day
 * as it came where it is none.
 */
export function momentOf(day: string, time: string, zone: string): string {
  const guess = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(guess)) {
    return day;
  }
  const near = guess + (guess - wallOf(guess, zone));
  const at = near + (guess - wallOf(near, zone));
  const found = wallOf(at, zone) === guess ? at : Math.max(near, at);
  return new Date(found).toISOString().replace(".000", "");
}

/** The first instant after a civil day (`2026-12-04`) of a zone; the day as it came where it is none. */
export function endOfDay(day: string, zone: string): string {
  const begins = Date.parse(`${day}T00:00:00Z`);
  const next = Number.isNaN(begins) ? day : new Date(begins + DAY_MS).toISOString().slice(0, 10);
  return momentOf(next, "00:00", zone);
}

/** The last civil day of what ends with the first instant after it. */
export function lastDayBefore(endsAt: string, zone: string): string {
  return new Date(wallOf(Date.parse(endsAt) - 1, zone)).toISOString().slice(0, 10);
}
