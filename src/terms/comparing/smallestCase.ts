import { withFact } from "../deciding/factSetting.ts";
import type { Facts } from "../facts.ts";
import { dayMs, dayNumber, formatInstant, parseInstant } from "../time/civil.ts";

/** A fact by its dotted name, as it was told. */
export type ToldFact = readonly [name: string, value: unknown];

/** Every fact a case tells, by its dotted name, in the order of the names. */
export function toldFacts(facts: Facts): readonly ToldFact[] {
  return Object.entries(facts)
    .flatMap(([group, value]): ToldFact[] =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.entries(value).map(([name, inner]) => [`${group}.${name}`, inner])
        : [[group, value]],
    )
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The case without one fact, and without a group that is empty then. */
export function withoutFact(facts: Facts, name: string): Facts {
  const [group = "", fact] = name.split(".");
  const rest: Record<string, unknown> = { ...facts };
  const told = rest[group];
  if (fact === undefined || typeof told !== "object" || told === null) {
    delete rest[group];
    return rest;
  }
  const inner: Record<string, unknown> = { ...told };
  delete inner[fact];
  if (Object.keys(inner).length === 0) {
    delete rest[group];
  } else {
    rest[group] = inner;
  }
  return rest;
}

/**
 * The smallest case that still shows something: first it goes back to the base wherever it can, then what
 * nobody needs is left out. `shows` is asked each time.
 */
export function smallestCase(facts: Facts, base: Facts, shows: (facts: Facts) => boolean): Facts {
  const moved = inTimeOf(base, facts);
  let smallest = backTo(base, moved !== facts && shows(moved) ? moved : facts, shows);
  for (const [name] of [...toldFacts(smallest)].reverse()) {
    const fewer = withoutFact(smallest, name);
    if (shows(fewer)) {
      smallest = fewer;
    }
  }
  return smallest;
}

function backTo(base: Facts, facts: Facts, shows: (facts: Facts) => boolean): Facts {
  let nearer = facts;
  for (const [name, value] of toldFacts(base)) {
    const before = withFact(nearer, name, value);
    if (shows(before)) {
      nearer = before;
    }
  }
  return nearer;
}

const weekMs: number = 7 * dayMs;
const firstRealMs: number = dayNumber(1900, 1, 1) * dayMs;

/**
 * The case with instants of long ago, which the search makes up where nothing measures them, in the weeks
 * before the base is decided: moved together, and by whole weeks, so that what lies between them stays.
 */
function inTimeOf(base: Facts, facts: Facts): Facts {
  const now = typeof base.at === "string" ? parseInstant(base.at) : undefined;
  const old = toldFacts(facts).flatMap(([name, value]) => {
    const ms = typeof value === "string" ? parseInstant(value) : undefined;
    return ms !== undefined && ms < firstRealMs ? [{ name, ms }] : [];
  });
  if (now === undefined || old.length === 0) {
    return facts;
  }
  const latest = Math.max(...old.map(({ ms }) => ms));
  const later = Math.floor((now - latest) / weekMs) * weekMs;
  return old.reduce((before, { name, ms }) => withFact(before, name, formatInstant(ms + later)), facts);
}
