import { rulesOf, type TermsDocument } from "../document.ts";
import type { FactInfo } from "../factTypes.ts";
import { conditionsOf } from "../reading/links.ts";
import { factTests } from "../tests.ts";
import { dayMs, formatInstant, hourMs, parseInstant } from "../time/civil.ts";
import type { Duration } from "../time/duration.ts";
import { vocabulary } from "../vocabulary.ts";
import type { Case } from "./case.ts";
import { stretchOf } from "./moments.ts";

/** The lengths and instants a document measures time with. */
export interface Yardsticks {
  /** Milliseconds; civil lengths by the longest they can be. */
  readonly lengths: readonly number[];
  readonly instants: readonly number[];
}

export function yardsticksOf(document: TermsDocument): Yardsticks {
  const tests = document.clauses.flatMap(({ rule }) =>
    rule === null ? [] : conditionsOf(rule).flatMap(factTests),
  );
  const durations = [
    ...rulesOf(document, "window").map(({ rule }) => rule.window),
    ...rulesOf(document, "renewal").map(({ rule }) => rule.grace),
    ...rulesOf(document, "duty").map(({ rule }) => rule.within),
    ...tests.map(({ is }) => (is.test === "within" ? is.duration : undefined)),
  ];
  const instants = tests.flatMap(({ is }) =>
    is.test === "order" && "instant" in is.to ? [parseInstant(is.to.instant) ?? 0] : [],
  );
  const lengths = durations.flatMap((duration) => (duration === undefined ? [] : [lengthOf(duration)]));
  return { lengths: [...new Set(lengths)].sort((a, b) => a - b), instants };
}

const longest: Record<Duration["unit"], number> = {
  hours: hourMs,
  days: dayMs,
  weeks: 7 * dayMs,
  months: 31 * dayMs,
  years: 366 * dayMs,
};

const lengthOf = ({ amount, unit }: Duration): number => amount * longest[unit];

/**
 * Instants on either side of every boundary that the case's other instants and the document's lengths can
 * draw, far enough from it that no civil reading moves them across; within the stretch the fact is known to
 * lie in, if there is one.
 */
export function instantsAround(
  info: FactInfo,
  c: Case,
  { lengths, instants }: Yardsticks,
): readonly string[] {
  const stretch = stretchOf(info.read(c), c.zones);
  const known = [...instants, ...knownInstants(info, c)];
  const found = new Set<number>();
  for (const anchor of known.length === 0 ? [0] : known) {
    for (const length of [0, ...lengths]) {
      for (const boundary of length === 0 ? [anchor] : [anchor - length, anchor + length]) {
        for (const apart of [-3 * dayMs, -1, 0, 1, 3 * dayMs]) {
          found.add(Math.floor(boundary + apart));
        }
      }
    }
  }
  if (stretch === undefined) {
    return [...found].sort((a, b) => a - b).map(formatInstant);
  }
  const inside = [...found].filter((ms) => ms >= stretch.lo && ms <= stretch.hi);
  const ends = [Math.ceil(stretch.lo), Math.floor(stretch.hi)];
  return [...new Set([...ends, ...inside])].sort((a, b) => a - b).map(formatInstant);
}

function knownInstants(info: FactInfo, c: Case): number[] {
  return [...vocabulary.values()].flatMap((other) => {
    const stretch =
      other.type === "instant" && other !== info ? stretchOf(other.read(c), c.zones) : undefined;
    return stretch === undefined ? [] : [stretch.lo, Math.floor(stretch.hi)];
  });
}
