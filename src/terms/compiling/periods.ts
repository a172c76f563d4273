import type { Case } from "../deciding/case.ts";
import { isWithin } from "../deciding/moments.ts";
import { type Clause, rulesOf } from "../document.ts";
import type { Anchor, PeriodRule } from "../rules.ts";
import { addCivil, type Duration, overflows, printDuration } from "../time/duration.ts";
import type { Zone } from "../time/zone.ts";
import { no, not, or, type Truth, unknown, yes } from "../truth.ts";
import { cite, type Requirement } from "./cited.ts";
import { compileCondition } from "./conditions.ts";
import type { Context, Test } from "./context.ts";
import { firstDayAfter } from "./stretches.ts";

/** The periods in which nothing is covered yet: what happens in one is against the plan. */
export function compileWaitings(context: Context): Requirement[] {
  return rulesOf(context.document, "period").flatMap(({ clause, rule }) =>
    rule.waiting === undefined ? [] : [waitingOf(clause, rule, rule.waiting, context)],
  );
}

function waitingOf(clause: Clause, rule: PeriodRule, waiting: Duration, context: Context): Requirement {
  const incident = context.moment("incident.at", rule.presume);
  const start = context.moment("plan.startsAt", rule.presume);
  const isInScope = rule.when === null ? undefined : compileCondition(rule.when, rule.presume, context);
  const hasPassed: Test = (c): Truth => {
    const first = incident.read(c);
    const second = start.read(c);
    if (first === "absent" || second === "absent") {
      return no;
    }
    return first === "known" && second === "known"
      ? not(isWithin(incident, start, waiting, c.zones))
      : unknown;
  };
  const holds: Test =
    isInScope === undefined
      ? hasPassed
      : (c) => {
          const truth = hasPassed(c);
          return truth === yes ? yes : or(not(isInScope(c)), truth);
        };
  const detail = { waiting: printDuration(waiting) };
  return {
    ...cite(clause, rule, [{ facts: ["incident.at", "plan.startsAt"], test: hasPassed }], context),
    isInScope,
    holds,
    clears: (c) => holds(c) === yes,
    isCurable: false,
    detail: () => detail,
  };
}

/**
 * The instant a period runs from, in milliseconds: the later or the earlier of what is known, or the first of
 * it; undefined when none of it is.
 */
export function anchorOf({ pick, of }: Anchor, c: Case, context: Context): number | undefined {
  const known = of.flatMap((name) => {
    const moment = context.moment(name, new Map());
    return moment.read(c) === "known" ? [moment.lo] : [];
  });
  if (known.length === 0) {
    return undefined;
  }
  if (pick === "first" || pick === "only") {
    return known[0];
  }
  return pick === "later" ? Math.max(...known) : Math.min(...known);
}

/** When a period starts that runs from an instant. */
export function startOf({ after, starts }: PeriodRule, from: number, zone: Zone): number {
  const begin = after === undefined ? from : later(from, after, zone);
  switch (starts) {
    case "start-of-day":
      return zone.startOfDay(zone.dayOf(begin));
    case "next-midnight":
      return zone.startOfDay(zone.dayOf(begin) + 1);
    default:
      return begin;
  }
}

function later(from: number, duration: Duration, zone: Zone): number {
  return duration.unit === "hours"
    ? from + duration.amount * 3_600_000
    : zone.startOfDay(addCivil(zone.dayOf(from), duration));
}

/** The last day of a period that begins on a day, counted from an earlier first one where there is one. */
export function lastDayOf(rule: PeriodRule, length: Duration, day: number, first: number): number {
  const count = periodsBefore(day, first, length);
  const whole = { ...length, amount: length.amount * (count + 1) };
  const anchor = count === 0 ? day : first;
  const sameDate = addCivil(anchor, whole);
  if (overflows(anchor, whole)) {
    // The day after the month's last stands for the date that does not exist, or the last day does.
    return rule.overflow === "next-day" && rule.ends === "same-date" ? sameDate + 1 : sameDate;
  }
  return rule.ends === "same-date" ? sameDate : sameDate - 1;
}

/**
 * How many periods lie between the first one's day and this one's: 0 when this day does not begin one of
 * them. So 31 January, 28 February and 31 March follow one another.
 */
function periodsBefore(day: number, first: number, length: Duration): number {
  for (let count = 1; first < day && count < 1200; count += 1) {
    const begin = firstDayAfter(first, { ...length, amount: length.amount * count });
    const sameDate = addCivil(first, { ...length, amount: length.amount * count });
    if (begin === day || sameDate === day) {
      return count;
    }
    if (begin > day) {
      return 0;
    }
  }
  return 0;
}
