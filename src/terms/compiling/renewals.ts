import type { Case } from "../deciding/case.ts";
import { isAbsent, isUnknown } from "../deciding/case.ts";
import { isBefore, isWithin, type MomentReader, type Presence, type Span } from "../deciding/moments.ts";
import { type Clause, rulesOf } from "../document.ts";
import type { Deadline } from "../receipt.ts";
import type { RenewalRule } from "../rules.ts";
import { formatInstant, moment } from "../time/civil.ts";
import { type Duration, deadlineAfter, parseDuration, printDuration } from "../time/duration.ts";
import { no, not, or, type Truth, truthOf, unknown, yes } from "../truth.ts";
import { factNamed } from "../vocabulary.ts";
import { type Atom, cite, type Obstacle } from "./cited.ts";
import { allOf, compileCondition } from "./conditions.ts";
import type { Context, Test } from "./context.ts";

/** A way to renew, compiled. */
export interface Renewal extends Obstacle {
  readonly to: string;
  /** Whether the code in hand, if there is one, is for this product. */
  readonly isMeant: Test;
  readonly isOpen: Test;
  readonly detail: (c: Case) => Readonly<Record<string, unknown>>;
  /** From when until when it may be had, the grace included; undefined without an end. */
  readonly deadline: (c: Case) => Deadline | undefined;
}

export function compileRenewals(context: Context): Renewal[] {
  return rulesOf(context.document, "renewal").map(({ clause, rule }) =>
    compileRenewal(clause, rule, context),
  );
}

function compileRenewal(clause: Clause, rule: RenewalRule, context: Context): Renewal {
  const wanted = context.reader("code.product", rule.presume);
  const isMeant: Test = (c) => {
    const product = wanted(c);
    return truthOf(isUnknown(product) || isAbsent(product) || product === rule.to);
  };
  // Who renews without a code has none: it is not asked for.
  const code = { facts: ["code.product"], test: isMeant, isOptional: true } as const;
  const bounds = [code, ...limits(rule, context)];
  const when = compileCondition(rule.when, rule.presume, context);
  const isOpen = allOf([...bounds.map(({ test }) => test), when]);
  const starts = context.moment(rule.starts, rule.presume);
  return {
    ...cite(clause, rule, bounds, context),
    to: rule.to,
    isMeant,
    isOpen,
    clears: (c) => isOpen(c) === yes,
    detail: (c) => ({
      to: rule.to,
      starts: starts.read(c) === "known" ? formatInstant(starts.lo) : null,
      carry: rule.carry ?? "none",
      restarts: rule.restarts ?? [],
      ...(rule.auto === true ? { auto: true } : {}),
    }),
    deadline: deadlineFor(clause.id, rule, context),
  };
}

/** Where nothing says from when, it may be had as long as the plan runs. */
function deadlineFor(clause: string, rule: RenewalRule, context: Context): Renewal["deadline"] {
  if (rule.until === undefined) {
    return () => undefined;
  }
  const { grace } = rule;
  const from = context.moment(rule.from ?? "plan.startsAt", rule.presume);
  const until = context.moment(rule.until, rule.presume);
  const { label } = factNamed(rule.until);
  const clock = grace === undefined ? `until ${label}` : `until ${printDuration(grace)} after ${label}`;
  return (c) => {
    const [zone] = c.zones;
    if (zone === undefined || until.read(c) !== "known") {
      return undefined;
    }
    const to = grace === undefined ? until.lo : deadlineAfter(lastOf(until.lo, grace), grace, zone);
    const begins = from.read(c) === "known" ? Math.min(from.lo, to) : to;
    return { clause, from: formatInstant(begins), to: formatInstant(to), zone: zone.name, clock };
  };
}

/** A grace of days counts from the last day of what has ended, and that is the day before the midnight. */
const lastOf = (end: number, grace: Duration): number => (grace.unit === "hours" ? end : end - moment);

/** A limit as the test it is. */
type LimitAtom = Atom & { readonly test: Test };

function limits(rule: RenewalRule, context: Context): LimitAtom[] {
  const at = context.moment("at", rule.presume);
  const found: LimitAtom[] = [];
  if (rule.from !== undefined) {
    const from = context.moment(rule.from, rule.presume);
    const test: Test = (c) => both(at.read(c), from.read(c), () => not(isBefore(at, from)));
    found.push({ facts: ["at", rule.from], test });
  }
  if (rule.until !== undefined) {
    const until = context.moment(rule.until, rule.presume);
    const test: Test = (c) => both(at.read(c), until.read(c), () => notTooLate(at, until, rule.grace, c));
    const beside = rule.grace === undefined ? [] : context.factsBeside(rule.grace);
    found.push({ facts: ["at", rule.until, ...beside], test });
  }
  if (rule.cap !== undefined) {
    found.push({ facts: ["device.monthsCovered"], test: underCap(rule.to, rule.cap, context, rule) });
  }
  return found;
}

function both(first: Presence, second: Presence, test: () => Truth): Truth {
  if (first === "absent" || second === "absent") {
    return no;
  }
  return first === "known" && second === "known" ? test() : unknown;
}

/** Before the end, or within the grace after it. */
function notTooLate(at: MomentReader, until: MomentReader, grace: Duration | undefined, c: Case): Truth {
  const inTime = isBefore(at, until);
  if (grace === undefined) {
    return inTime;
  }
  const lastDay: Span = { lo: lastOf(until.lo, grace), hi: lastOf(until.hi, grace) };
  return or(inTime, isWithin(at, lastDay, grace, c.zones));
}

/** The months a device has been covered and those to come may not be more than the cap. */
function underCap(product: string, cap: Duration, context: Context, rule: RenewalRule): Test {
  const covered = context.reader("device.monthsCovered", rule.presume);
  const length = parseDuration(context.tables.cell("product", product, "length")?.text ?? "");
  const most = monthsOf(cap) - (length === undefined ? 0 : monthsOf(length));
  return (c) => {
    const months = covered(c);
    return isUnknown(months) ? unknown : truthOf(typeof months === "number" && months <= most);
  };
}

/** Only months and years are read here. */
const monthsOf = ({ amount, unit }: Duration): number => (unit === "years" ? amount * 12 : amount);

/** One way to renew is enough. */
export function someRenews(renewals: readonly Renewal[]): Test {
  return (c) => {
    let truth: Truth = no;
    for (const { isOpen } of renewals) {
      truth = or(truth, isOpen(c));
    }
    return truth;
  };
}
