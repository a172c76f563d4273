import { withFact } from "../deciding/factSetting.ts";
import type { Facts } from "../facts.ts";

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
  let smallest = facts;
  for (const [name, value] of toldFacts(base)) {
    const before = withFact(smallest, name, value);
    if (before !== smallest && shows(before)) {
      smallest = before;
    }
  }
  for (const [name] of [...toldFacts(smallest)].reverse()) {
    const fewer = withoutFact(smallest, name);
    if (shows(fewer)) {
      smallest = fewer;
    }
  }
  return smallest;
}
