import { moment, parseDay, parseInstant } from "../time/civil.ts";
import { type Duration, lastMoment, needsCalendar } from "../time/duration.ts";
import type { Zone } from "../time/zone.ts";
import { no, type Truth, unknown, yes } from "../truth.ts";
import { type Case, isAbsent, isUnknown } from "./case.ts";

/** A stretch of time in milliseconds, both ends in it; an instant is a stretch of nothing. */
export interface Span {
  readonly lo: number;
  readonly hi: number;
}

export type Presence = "known" | "unknown" | "absent";

/**
 * Reads one instant fact and remembers the last text it parsed: a decision asks for the same few instants
 * again and again. After `read` says "known", `lo` and `hi` hold the earliest and latest instant it can
 * mean.
 */
export class MomentReader implements Span {
  lo = 0;
  hi = 0;
  readonly #read: (c: Case) => unknown;
  #parsed: unknown;
  #instant = 0;

  constructor(read: (c: Case) => unknown) {
    this.#read = read;
  }

  read(c: Case): Presence {
    const raw = this.#read(c);
    if (raw === this.#parsed && raw !== undefined) {
      this.lo = this.#instant;
      this.hi = this.#instant;
      return "known";
    }
    if (isUnknown(raw)) {
      return "unknown";
    }
    if (isAbsent(raw)) {
      return "absent";
    }
    const instant = typeof raw === "string" ? parseInstant(raw) : undefined;
    if (instant !== undefined) {
      this.#parsed = raw;
      this.#instant = instant;
      this.lo = instant;
      this.hi = instant;
      return "known";
    }
    return this.#readStretch(raw, c.zones);
  }

  #readStretch(raw: unknown, zones: readonly Zone[]): Presence {
    const span = stretchOf(raw, zones);
    if (span === undefined) {
      return "unknown";
    }
    this.lo = span.lo;
    this.hi = span.hi;
    return "known";
  }
}

/** What a fact that is an instant, a date or an interval can mean; undefined when it is none of these. */
export function stretchOf(raw: unknown, zones: readonly Zone[]): Span | undefined {
  if (typeof raw === "string") {
    const instant = parseInstant(raw);
    if (instant !== undefined) {
      return { lo: instant, hi: instant };
    }
    const day = parseDay(raw);
    return day === undefined ? undefined : dayIn(day, zones);
  }
  if (typeof raw !== "object" || raw === null || !("from" in raw) || !("to" in raw)) {
    return undefined;
  }
  // An interval is of two instants or dates: one inside another is no value of a fact.
  const from = typeof raw.from === "string" ? stretchOf(raw.from, zones) : undefined;
  const to = typeof raw.to === "string" ? stretchOf(raw.to, zones) : undefined;
  return from && to && from.lo <= to.hi ? { lo: from.lo, hi: to.hi } : undefined;
}

function dayIn(day: number, zones: readonly Zone[]): Span {
  return {
    lo: Math.min(...zones.map((zone) => zone.startOfDay(day))),
    hi: Math.max(...zones.map((zone) => zone.startOfDay(day + 1))) - moment,
  };
}

/** Whether one time comes before another, when both may be stretches. */
export function isBefore(a: Span, b: Span): Truth {
  if (a.hi < b.lo) {
    return yes;
  }
  return a.lo >= b.hi ? no : unknown;
}

/** Whether a time is not later than the last moment of a duration that runs from another. */
export function isWithin(time: Span, from: Span, duration: Duration, zones: readonly Zone[]): Truth {
  const last = lastMoments(from, duration, zones);
  if (time.hi <= last.lo) {
    return yes;
  }
  return time.lo > last.hi ? no : unknown;
}

export function lastMoments(from: Span, duration: Duration, zones: readonly Zone[]): Span {
  const [zone] = zones;
  if (zone?.readings !== undefined && needsCalendar(duration)) {
    return lastMoments(from, duration, readingsOf(zones));
  }
  if (zone !== undefined && zones.length === 1) {
    const lo = lastMoment(from.lo, duration, zone);
    return { lo, hi: from.hi === from.lo ? lo : lastMoment(from.hi, duration, zone) };
  }
  return {
    lo: Math.min(...zones.map((each) => lastMoment(from.lo, duration, each))),
    hi: Math.max(...zones.map((each) => lastMoment(from.hi, duration, each))),
  };
}

/** Each zone with each calendar it could have. */
const readingsOf = (zones: readonly Zone[]): readonly Zone[] =>
  zones.flatMap(({ readings, ...zone }) => readings ?? [zone]);
