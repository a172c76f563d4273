import type { Context } from "../compiling/context.ts";
import { rulesOf } from "../document.ts";
import type { BenefitRule } from "../rules.ts";
import { civilDate, dayMs, dayNumber } from "../time/civil.ts";
import { extentOf } from "../time/duration.ts";
import { factNamed } from "../vocabulary.ts";
import type { Case } from "./case.ts";
import { stretchOf } from "./moments.ts";

/** Contract years that are looked at on either side. */
const yearsTried = 3;

/** The benefits that are not counted over the whole term. */
export const stretchedIn = ({ document }: Context): readonly BenefitRule[] =>
  rulesOf(document, "benefit")
    .map(({ rule }) => rule)
    .filter(({ per }) => per.per !== "term");

/**
 * Where the stretches can begin and end in which uses are counted together, as far as the case tells: seen
 * from one of the instants they depend on, or from the uses. In milliseconds.
 */
export function useMarks(context: Context): (name: string, c: Case) => readonly number[] {
  const stretched = stretchedIn(context);
  const apart = [...new Set(stretched.flatMap(distancesOf))];
  const facts = [...new Set(stretched.flatMap((rule) => [rule["counts-by"], "plan.startsAt", "at"]))];
  const isCalendar = stretched.some(({ per }) => per.per === "calendar-year");
  return (name, c) => {
    if (stretched.length === 0 || !(name === "plan.uses" || facts.includes(name))) {
      return [];
    }
    const known = [
      ...facts.filter((fact) => fact !== name).map((fact) => factNamed(fact).read(c)),
      ...(name === "plan.uses" ? [] : instantsOfUses(c)),
    ].flatMap((value) => {
      const stretch = stretchOf(value, c.zones);
      return stretch === undefined ? [] : [Math.floor(stretch.lo), Math.floor(stretch.hi)];
    });
    const marks = known.flatMap((ms) => [
      ...apart.flatMap((distance) => [ms - distance, ms, ms + distance]),
      ...(isCalendar ? yearStarts(ms) : []),
    ]);
    return [...new Set(marks)];
  };
}

function distancesOf({ per }: BenefitRule): readonly number[] {
  if (per.per === "contract-year" || per.per === "calendar-year") {
    return Array.from({ length: yearsTried }, (_, index) => (index + 1) * 366 * dayMs);
  }
  return "length" in per ? extentOf(per.length) : [];
}

function yearStarts(ms: number): readonly number[] {
  const { year } = civilDate(Math.floor(ms / dayMs));
  return [year, year + 1].map((each) => dayNumber(each, 1, 1) * dayMs);
}

function instantsOfUses(c: Case): readonly unknown[] {
  const uses = factNamed("plan.uses").read(c);
  return Array.isArray(uses) ? uses.map((use: { readonly at?: unknown }) => use.at) : [];
}
