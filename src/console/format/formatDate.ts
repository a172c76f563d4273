import { lastDayBefore } from "./wallClock.ts";

const DAY = { weekday: "short", day: "numeric", month: "short", year: "numeric" } as const;
const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** The parts by name. The pieces are put together here: no locale's own order or commas come between. */
function partsOf(at: Date, options: Intl.DateTimeFormatOptions): Record<string, string> {
  const parts = new Intl.DateTimeFormat("en-US", options).formatToParts(at);
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

/**
 * `Thu 4 Dec 2026` of a civil day (`2026-12-04`), or of an instant in a zone, the reader's own unless named.
 */
export function formatDay(text: string, zone?: string): string {
  const timeZone = text.length === 10 ? "UTC" : zone;
  const { weekday, day, month, year } = partsOf(new Date(text), { ...DAY, ...zoneOf(timeZone) });
  return `${weekday} ${day} ${month} ${year}`;
}

/** The last day in a zone of what ends with the first instant after it. */
export function formatLastDay(endsAt: string, zone: string): string {
  return formatDay(lastDayBefore(endsAt, zone));
}

/** `14:05` of an instant. */
export function formatTime(text: string, zone?: string): string {
  const { hour, minute } = partsOf(new Date(text), { ...TIME, ...zoneOf(zone) });
  return `${hour}:${minute}`;
}

/** `Thu 4 Dec 2026, 14:05`; a civil day alone has no time. */
export function formatInstant(text: string, zone?: string): string {
  return text.length === 10 ? formatDay(text) : `${formatDay(text, zone)}, ${formatTime(text, zone)}`;
}

function zoneOf(timeZone: string | undefined): Intl.DateTimeFormatOptions {
  return timeZone === undefined ? {} : { timeZone };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY_MS = 24 * HOUR;

/** Whether an instant is so near that it has no age in minutes. */
export function isJustNow(text: string, now: number): boolean {
  return now - Date.parse(text) < MINUTE;
}

/** How long ago in one or two units: `5 min`, `3 h`, `2 d 4 h`, `12 d`. */
export function formatAge(text: string, now: number): string {
  const age = Math.max(now - Date.parse(text), 0);
  if (age < HOUR) {
    return `${Math.floor(age / MINUTE)} min`;
  }
  if (age < DAY_MS) {
    return `${Math.floor(age / HOUR)} h`;
  }
  const days = Math.floor(age / DAY_MS);
  const hours = Math.floor((age % DAY_MS) / HOUR);
  return days < 3 && hours > 0 ? `${days} d ${hours} h` : `${days} d`;
}

/** `in 3 d`, `2 h ago`: beside a date, never in its place. */
export function formatDistance(text: string, now: number): string {
  const at = Date.parse(text);
  return at >= now ? `in ${formatAge(new Date(now).toISOString(), at)}` : `${formatAge(text, now)} ago`;
}
