import { Case, isUnknown } from "../deciding/case.ts";
import { rulesOf } from "../document.ts";
import type { Facts } from "../facts.ts";
import type { Anchor, PeriodRule } from "../rules.ts";
import type { Period } from "../terms.ts";
import { formatDay, formatInstant, parseInstant } from "../time/civil.ts";
import { addCivil, type Duration, overflows, parseDuration } from "../time/duration.ts";
import type { Zone } from "../time/zone.ts";
import { no, yes } from "../truth.ts";
import { compileCondition } from "./conditions.ts";
import type { Context } from "./context.ts";
import { valueFor } from "./references.ts";
import { firstDayAfter } from "./scale.ts";

interface Start {
  readonly startsAt: string;
  readonly region: string;
  /** What else is known of the case. */
  readonly facts?: Facts | undefined;
}

/**
 * When a plan runs. `plan.startsAt` among the facts is the first period's start, where this one follows
 * it.
 */
export function periodOf(product: string, { startsAt, region, facts }: Start, context: Context): Period {
  const instant = parseInstant(startsAt);
  const zone = context.background.zones.get(region);
  const given = typeof facts?.plan === "object" && facts.plan !== null ? facts.plan : {};
  const plan = { ...given, startsAt: isUnknown(given.startsAt) ? startsAt : given.startsAt, product, region };
  const c = new Case({ ...facts, plan }, context.background);
  const rule = periodFor(product, c, context);
  const length = rule && lengthIn(rule, product, context);
  if (rule === undefined || zone === undefined || length === undefined || instant === undefined) {
    throw new RangeError(`the terms give no period for ${product} in ${region} from ${startsAt}`);
  }
  const isFirst = plan.startsAt === startsAt;
  const from = (isFirst ? anchorOf(rule.from, c, context) : undefined) ?? instant;
  const start = startOf(rule, from, zone);
  const first = isFirst ? start : (anchorOf(onlyStart, c, context) ?? start);
  const endsAt =
    length.unit === "hours"
      ? zone.startOfDay(zone.dayOf(start + length.amount * 3_600_000) + 1)
      : zone.startOfDay(lastDayOf(rule, length, zone.dayOf(start), zone.dayOf(first)) + 1);
  return {
    startsAt: formatInstant(start),
    endsAt: formatInstant(endsAt),
    zone: zone.name,
    lastDay: formatDay(zone.dayOf(endsAt) - 1),
  };
}

const onlyStart: Anchor = { pick: "only", of: ["plan.startsAt"] };

/** The one clause that holds; where that is open, the first that may. */
function periodFor(product: string, c: Case, context: Context): PeriodRule | undefined {
  const found = rulesOf(context.document, "period")
    .map(({ rule }) => ({ rule, truth: compileCondition(rule.when, rule.presume, context)(c) }))
    .filter(({ rule, truth }) => truth !== no && lengthIn(rule, product, context) !== undefined);
  return (found.find(({ truth }) => truth === yes) ?? found[0])?.rule;
}

const lengthIn = (rule: PeriodRule, product: string, context: Context): Duration | undefined =>
  valueFor<Duration>(rule.length, product, parseDuration, context);

/** How long a product's plan runs as far as nothing else is known. */
export function lengthFor(product: string, context: Context): Duration | undefined {
  const c = new Case({ plan: { product }, code: { product } }, context.background);
  const rule = periodFor(product, c, context);
  return rule && lengthIn(rule, product, context);
}

/**
 * The instant a period runs from, in milliseconds: the later or the earlier of those there are, or the first
 * that is known; undefined when that cannot be said.
 */
function anchorOf({ pick, of }: Anchor, c: Case, context: Context): number | undefined {
  const known = of.flatMap((name) => {
    const moment = context.moment(name, new Map());
    return moment.read(c) === "known" ? [moment.lo] : [];
  });
  if (pick === "first" || pick === "only" || known.length === 0) {
    return known[0];
  }
  if (of.some((name) => context.moment(name, new Map()).read(c) === "unknown")) {
    return undefined;
  }
  return pick === "later" ? Math.max(...known) : Math.min(...known);
}

/** When a period starts that runs from an instant. */
function startOf({ after, starts }: PeriodRule, from: number, zone: Zone): number {
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
function lastDayOf(rule: PeriodRule, length: Duration, day: number, first: number): number {
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
