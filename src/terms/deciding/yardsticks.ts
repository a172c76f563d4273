import { timeToCancel } from "../compiling/refundTime.ts";
import { rulesOf, type TermsDocument } from "../document.ts";
import type { FactInfo } from "../factTypes.ts";
import { conditionsOf } from "../reading/links.ts";
import { factTests } from "../tests.ts";
import { dayMs, dayNumber, formatInstant, isWritable, parseInstant } from "../time/civil.ts";
import { type Duration, extentOf, rolling } from "../time/duration.ts";
import { doubtOf } from "../vocabulary/activation.ts";
import { factNamed } from "../vocabulary.ts";
import type { Case } from "./case.ts";
import { type Span, stretchOf } from "./moments.ts";

/** What an instant is measured against: another fact or a fixed instant, so far apart. Milliseconds. */
interface Yardstick {
  readonly against: string | number;
  /** Civil lengths twice: by the shortest and by the longest they can be. */
  readonly apart: number;
}

/** For each instant fact, all a document measures it against. */
export type Yardsticks = ReadonlyMap<string, readonly Yardstick[]>;

export function yardsticksOf(document: TermsDocument): Yardsticks {
  const found = new Map<string, Yardstick[]>();
  const add = (fact: string, against: string | number, apart: number): number =>
    found.set(fact, [...(found.get(fact) ?? []), { against, apart }]).size;
  const relate = (a: string | undefined, b: string | undefined, duration?: Duration): void => {
    if (a !== undefined && b !== undefined) {
      for (const apart of new Set(duration === undefined ? [0] : extentOf(duration))) {
        add(a, b, apart);
        add(b, a, apart);
      }
    }
  };
  for (const { fact, is } of document.clauses.flatMap(({ rule }) =>
    rule === null ? [] : conditionsOf(rule).flatMap(factTests),
  )) {
    if (is.test === "order" && "instant" in is.to) {
      add(fact, parseInstant(is.to.instant) ?? 0, 0);
    } else if (is.test === "order" && "fact" in is.to) {
      relate(fact, is.to.fact);
    } else if (is.test === "within") {
      relate(fact, is.of, is.duration);
      relate(fact, is.of);
    } else if (is.test === "in-period") {
      relate(fact, "plan.startsAt");
      relate(fact, "plan.endsAt");
    }
  }
  relateRules(document, relate);
  return found;
}

function relateRules(
  document: TermsDocument,
  relate: (a: string | undefined, b: string | undefined, duration?: Duration) => void,
): void {
  for (const { rule } of rulesOf(document, "window")) {
    relate(rule.from, "at", rule.window && rolling(rule.window, rule.roll));
  }
  for (const { rule } of rulesOf(document, "refund")) {
    const window = timeToCancel(rule);
    // Whatever its length, a plan has days that are left and days that are gone.
    relate("plan.startsAt", "plan.endsAt", { amount: 1, unit: "years" });
    for (const notice of ["at", "cancellation.noticeAt"]) {
      relate(rule.from, notice, window);
      relate("plan.startsAt", notice);
      relate("plan.endsAt", notice);
    }
  }
  for (const { rule } of rulesOf(document, "duty")) {
    relate(rule.of, rule.done, rule.within);
  }
  for (const { rule } of rulesOf(document, "return")) {
    relate(rule.of, "claim.returnedAt", rule.within);
    relate(rule.of, "at", rule.within);
    relate(rule.of, "at", rule.within && rule.remind && less(rule.within, rule.remind));
  }
  for (const { rule } of rulesOf(document, "transfer")) {
    relate(rule.of, "at", rule.within);
    relate(rule.of, "transfer.requestedAt", rule.within);
  }
  for (const { rule } of rulesOf(document, "period")) {
    relate("incident.at", "plan.startsAt", rule.waiting);
  }
  for (const { rule } of rulesOf(document, "renewal")) {
    relate("at", rule.from);
    relate("at", rule.until);
    relate("at", rule.until, rule.grace);
  }
}

/** A reminder's distance from where a time runs, when both are counted alike; to the day is near enough. */
function less(whole: Duration, end: Duration): Duration | undefined {
  return whole.unit === end.unit && whole.amount > end.amount
    ? { ...whole, amount: whole.amount - end.amount }
    : undefined;
}

/** Far enough from a boundary that no civil reading moves an instant across it. */
const wellApart: number = 3 * dayMs;

const newYear = (year: number): number => dayNumber(year, 1, 1) * dayMs;
/** Made-up instants of facts that nothing known measures: as old as a device is believed to be, or nearly. */
const longAgo: readonly number[] = [2001, 2003, 2005].map(newYear);
const notSoLongAgo: number = newYear(2006);

/**
 * Instants on either side of every boundary a fact is measured against, as far as the case gives it, and
 * around more marks; within the stretch the fact is known to lie in, if there is one.
 */
export function instantsAround(
  info: FactInfo,
  c: Case,
  yardsticks: Yardsticks,
  marks: readonly number[],
): readonly string[] {
  const instants = instantsNear(info, c, yardsticks, marks);
  // To suppose what is not believed would leave a fact as open as before.
  return info.name === "at" || info.name.startsWith("device.")
    ? instants.filter((instant) => doubtOf(c.changed(info.name, instant)) === undefined)
    : instants;
}

function instantsNear(
  info: FactInfo,
  c: Case,
  yardsticks: Yardsticks,
  marks: readonly number[],
): readonly string[] {
  const found = new Set(marks.flatMap((ms) => [ms - wellApart, ms, ms + wellApart]));
  for (const boundary of boundariesOf(info.name, c, yardsticks)) {
    for (const apart of [-wellApart, -1, 0, 1, wellApart]) {
      found.add(Math.floor(boundary + apart));
    }
  }
  // Two unknown instants that face each other: the second can only be told apart from the first if it can
  // lie where the first might have been instead.
  if (found.size === 0 || Math.min(...found) < notSoLongAgo) {
    for (const instant of longAgo) {
      found.add(instant);
    }
  }
  const stretch = stretchOf(info.read(c), c.zones);
  if (stretch === undefined) {
    return sorted(found);
  }
  const inside = [...found].filter((ms) => ms >= stretch.lo && ms <= stretch.hi);
  return sorted([Math.ceil(stretch.lo), Math.floor(stretch.hi), ...inside]);
}

/** Without those that could not be read again: to suppose one would leave the fact as open as before. */
const sorted = (instants: Iterable<number>): readonly string[] =>
  [...new Set(instants)]
    .filter(isWritable)
    .sort((a, b) => a - b)
    .map(formatInstant);

/**
 * Where what a fact is measured against is unknown itself, what that is measured against sets the marks, as
 * far away as both distances together: a plan may have begun its waiting time before what happened before it
 * ended.
 */
function boundariesOf(name: string, c: Case, yardsticks: Yardsticks): ReadonlySet<number> {
  const boundaries = new Set<number>();
  const seen = new Set([name]);
  let reached = new Map<string, ReadonlySet<number>>([[name, new Set([0])]]);
  while (reached.size > 0) {
    const further = new Map<string, Set<number>>();
    for (const [fact, distances] of reached) {
      for (const { against, apart } of yardsticks.get(fact) ?? []) {
        const steps = [...distances].flatMap((distance) => [distance - apart, distance + apart]);
        const stretch = typeof against === "number" ? { lo: against, hi: against } : knownStretch(against, c);
        const ends = stretch === undefined ? [] : [stretch.lo, stretch.hi];
        for (const boundary of ends.flatMap((end) => steps.map((step) => end + step))) {
          boundaries.add(boundary);
        }
        if (ends.length === 0 && typeof against === "string" && !seen.has(against)) {
          further.set(against, new Set([...(further.get(against) ?? []), ...steps]));
        }
      }
    }
    for (const fact of further.keys()) {
      seen.add(fact);
    }
    reached = further;
  }
  return boundaries;
}

const knownStretch = (name: string, c: Case): Span | undefined => stretchOf(factNamed(name).read(c), c.zones);
