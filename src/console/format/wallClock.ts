/** Of UTC, where every day is as long. */
const DAY_MS = 86_400_000;

/** The zone of the reader's computer. */
export function readersZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** What a clock on the wall of a zone shows at an instant, to the second, as if it were UTC. */
export function wallOf(at: number, timeZone: string): number {
  const text = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(
    at,
  );
  // A year that is only half typed is written with fewer digits than a date has.
  return Date.parse(`${text.replace(" ", "T").padStart("2026-12-04T00:00:00".length, "0")}Z`);
}

/**
 * The instant of a clock on the wall of a zone. Of a time there are two of, the first; of one that is left
 * out as clocks go forward, as long after the gap as it is in it. The day as it came where it is none.
 */
export function momentOf(day: string, time: string, zone: string): string {
  const wall = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(wall)) {
    return day;
  }
  // The zone is off from UTC by what it was a day before, or by what it is a day after.
  const asAt = (near: number) => wall + near - wallOf(near, zone);
  const [before, after] = [asAt(wall - DAY_MS), asAt(wall + DAY_MS)];
  const shown = [before, after].filter((at) => !Number.isNaN(at) && wallOf(at, zone) === wall);
  return textOf(shown.length === 0 ? before : Math.min(...shown));
}

/** The first instant of a civil day (`2026-12-04`), of the reader's zone unless named. */
export function startOfDay(day: string, zone: string = readersZone()): string {
  return momentOf(day, "00:00", zone);
}

/** The first instant after a civil day of a zone. */
export function endOfDay(day: string, zone: string): string {
  const begins = Date.parse(`${day}T00:00:00Z`);
  const next = Number.isNaN(begins) ? day : new Date(begins + DAY_MS).toISOString().slice(0, 10);
  return startOfDay(next, zone);
}

/** The last second of a civil day, of the reader's zone unless named: shown there, it is still that day. */
export function lastSecondOf(day: string, zone: string = readersZone()): string {
  const ends = endOfDay(day, zone);
  return ends.endsWith("Z") ? textOf(Date.parse(ends) - 1000) : day;
}

/** The civil day of an instant in a zone. */
export function dayAt(at: string, zone: string): string {
  return new Date(wallOf(Date.parse(at), zone)).toISOString().slice(0, 10);
}

/** The last civil day of what ends with the first instant after it. */
export function lastDayBefore(endsAt: string, zone: string): string {
  return new Date(wallOf(Date.parse(endsAt) - 1, zone)).toISOString().slice(0, 10);
}

/** As the server writes instants. */
function textOf(at: number): string {
  return new Date(at).toISOString().replace(".000", "");
}
