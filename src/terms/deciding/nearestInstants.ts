import type { Obstacle } from "../compiling/cited.ts";
import type { FactInfo } from "../factTypes.ts";
import { dayMs, formatInstant } from "../time/civil.ts";
import { addCivil, extentOf, lastDayOf, lastMoment } from "../time/duration.ts";
import { factNamed } from "../vocabulary.ts";
import { type Case, isUnknown } from "./case.ts";
import { type Span, stretchOf } from "./moments.ts";

/** Instants a fact could be moved to so that the obstacles may fall, nearest first. */
export function* nearestInstants(info: FactInfo, set: readonly Obstacle[], c: Case): Generator<string> {
  const current = stretchOf(info.read(c), c.zones);
  if (current === undefined) {
    return;
  }
  const found = new Set<number>();
  for (const obstacle of set) {
    if (obstacle.from === info.name) {
      for (const start of earliestStarts(obstacle, c)) {
        found.add(start);
      }
    }
    if (obstacle.until === info.name) {
      for (const end of latestEnds(obstacle, c)) {
        found.add(end);
      }
    }
    for (const name of obstacle.facts) {
      const other = name === info.name ? undefined : instantOf(name, c);
      for (const ms of other === undefined ? [] : [other.lo, other.hi + 1000, other.lo - 1000]) {
        found.add(Math.floor(ms));
      }
    }
  }
  const distance = (ms: number): number => Math.min(Math.abs(ms - current.lo), Math.abs(ms - current.hi));
  for (const ms of [...found].sort((a, b) => distance(a) - distance(b))) {
    yield formatInstant(ms);
  }
}

function instantOf(name: string, c: Case): Span | undefined {
  const { type, read } = factNamed(name);
  const value = read(c);
  return type !== "instant" || isUnknown(value) ? undefined : stretchOf(value, c.zones);
}

/** The last second in which something would still have been in time. */
function latestEnds({ from = "", duration }: Obstacle, c: Case): readonly number[] {
  const start = from === "" ? undefined : instantOf(from, c);
  const [zone] = c.zones;
  if (start === undefined || duration === undefined || zone === undefined) {
    return [];
  }
  return [Math.floor(lastMoment(start.lo, duration, zone) / 1000) * 1000];
}

/** The earliest instant from which a window would still be open at the moment of the decision. */
function earliestStarts({ duration }: Obstacle, c: Case): readonly number[] {
  const at = instantOf("at", c);
  const [zone] = c.zones;
  if (at === undefined || duration === undefined || zone === undefined) {
    return [];
  }
  if (duration.unit === "hours") {
    return [at.lo - duration.amount * 3_600_000];
  }
  const today = zone.dayOf(at.lo);
  const [, longest] = extentOf(duration);
  // Going back can land some days before the right one, where months are shorter or days are no working days.
  let early = Math.min(
    addCivil(today, { ...duration, amount: -duration.amount }),
    today - Math.ceil(longest / dayMs),
  );
  let day = today;
  while (early < day) {
    const between = Math.floor((early + day) / 2);
    if (lastDayOf(between, duration, zone) < today) {
      early = between + 1;
    } else {
      day = between;
    }
  }
  return [zone.startOfDay(day)];
}
