import { dayMs } from "./civil.ts";

/** A time zone with its midnights remembered: Temporal is asked once for each day a decision touches. */
export interface Zone {
  readonly name: string;
  /** The first instant of a civil day, in milliseconds. */
  startOfDay(day: number): number;
  /** The civil day an instant falls on. */
  dayOf(ms: number): number;
  /** The holidays of a case's country; without them only Saturdays and Sundays are no working days. */
  readonly holidays?: ReadonlySet<number>;
  /** While the country is not known: the zone with each calendar it could have. */
  readonly readings?: readonly Zone[];
}

const zones = new Map<string, Zone>();

/** The zone of that name; undefined when the tz database has none. */
export function zoneNamed(name: string): Zone | undefined {
  const known = zones.get(name);
  if (known !== undefined) {
    return known;
  }
  if (!existsZone(name)) {
    return undefined;
  }
  const zone = createZone(name);
  zones.set(name, zone);
  return zone;
}

function existsZone(name: string): boolean {
  // Offsets such as +02:00 are zones to Temporal; a region's zone must know its clock changes.
  if (!/^[A-Za-z]/.test(name)) {
    return false;
  }
  try {
    new Temporal.ZonedDateTime(0n, name);
    return true;
  } catch {
    return false;
  }
}

function createZone(name: string): Zone {
  const starts = new Map<number, number>();
  const startOfDay = (day: number): number => {
    let start = starts.get(day);
    if (start === undefined) {
      start = new Temporal.PlainDate(1970, 1, 1).add({ days: day }).toZonedDateTime(name).epochMilliseconds;
      starts.set(day, start);
    }
    return start;
  };
  const findDay = (ms: number): number => {
    let day = Math.floor(ms / dayMs);
    while (startOfDay(day) > ms) {
      day -= 1;
    }
    while (startOfDay(day + 1) <= ms) {
      day += 1;
    }
    return day;
  };
  // One decision asks for the day of the same few instants several times.
  let last = { day: 0, startsAt: 0, endsAt: 0 };
  const dayOf = (ms: number): number => {
    if (!(ms >= last.startsAt && ms < last.endsAt)) {
      const day = findDay(ms);
      last = { day, startsAt: startOfDay(day), endsAt: startOfDay(day + 1) };
    }
    return last.day;
  };
  return { name, startOfDay, dayOf };
}
