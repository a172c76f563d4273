import type { Case } from "../deciding/case.ts";
import { isBefore, isWithin, lastMoments, type MomentReader } from "../deciding/moments.ts";
import { type Clause, type Decision, rulesOf } from "../document.ts";
import type { Deadline } from "../receipt.ts";
import type { WindowRule } from "../rules.ts";
import { type Duration, rolling } from "../time/duration.ts";
import { and, no, not, or, type Truth, unknown, yes } from "../truth.ts";
import { cite, type Obstacle } from "./cited.ts";
import { anyOf, compileCondition } from "./conditions.ts";
import type { Context, Test } from "./context.ts";
import { deadlineFrom } from "./deadlines.ts";

/** A window, compiled. */
export interface Window extends Obstacle {
  /** Whether the window is there at all, for one that an annex or a statute brings; undefined when always. */
  readonly exists: Test | undefined;
  /** Whether it is meant for this case at all. */
  readonly applies: Test;
  readonly isOpen: Test;
  /** The last moment in it, in milliseconds; Infinity without an end, undefined while unknown. */
  readonly end: (c: Case) => number | undefined;
  readonly deadline: (c: Case) => Deadline | undefined;
}

export function compileWindows(decision: Decision, context: Context): Window[] {
  return rulesOf(context.document, "window")
    .filter(({ rule }) => rule.decision.includes(decision))
    .map(({ clause, rule }) => compileWindow(clause, rule, context));
}

function compileWindow(clause: Clause, rule: WindowRule, context: Context): Window {
  const { from } = rule;
  const duration = rule.window && rolling(rule.window, rule.roll);
  const exists = rule.exists && compileCondition(rule.exists, rule.presume, context);
  const when = compileCondition(rule.when, rule.presume, context);
  const unless = rule.unless && compileCondition(rule.unless, rule.presume, context);
  const applies: Test = unless === undefined ? when : (c) => and(when(c), not(unless(c)));
  if (from === undefined || duration === undefined) {
    const clears = (c: Case): boolean => applies(c) === yes;
    const end = (): number => Number.POSITIVE_INFINITY;
    const cited = cite(clause, rule, [], context);
    return { ...cited, exists, applies, isOpen: applies, clears, end, deadline: () => undefined };
  }
  const at = context.moment("at", rule.presume);
  const start = context.moment(from, rule.presume);
  const isInTime: Test = (c) => inTime(at, start, duration, c);
  const isOpen: Test = (c) => {
    const truth = applies(c);
    return truth === no ? no : and(truth, isInTime(c));
  };
  return {
    ...cite(
      clause,
      rule,
      [{ facts: [from, "at", ...context.factsBeside(duration)], test: isInTime }],
      context,
    ),
    exists,
    applies,
    isOpen,
    clears: (c) => isOpen(c) === yes,
    from,
    duration,
    end: (c) => (start.read(c) === "known" ? lastMoments(start, duration, c.zones).lo : undefined),
    deadline: deadlineFrom(clause.id, start, duration),
  };
}

function inTime(at: MomentReader, start: MomentReader, duration: Duration, c: Case): Truth {
  const first = at.read(c);
  const second = start.read(c);
  if (first === "absent" || second === "absent") {
    return no;
  }
  return first === "known" && second === "known"
    ? and(not(isBefore(at, start)), isWithin(at, start, duration, c.zones))
    : unknown;
}

/** Windows are alternatives: one that is open is enough, and so is that there is none for the case. */
export function someOpen(windows: readonly Window[]): Test {
  const open = someIsOpen(windows);
  const guards = windows.flatMap(({ exists }) => exists ?? []);
  if (guards.length < windows.length) {
    return open;
  }
  const some = anyOf(guards);
  return (c) => or(open(c), not(some(c)));
}

function someIsOpen(windows: readonly Window[]): Test {
  return (c) => {
    let truth: Truth = no;
    for (const { isOpen } of windows) {
      const open = isOpen(c);
      if (open === yes) {
        return yes;
      }
      if (open > truth) {
        truth = open;
      }
    }
    return truth;
  };
}

/** The open window that ends last: the one that helps. */
export function helping(windows: readonly Window[], c: Case): Window | undefined {
  let best: Window | undefined;
  let latest = Number.NEGATIVE_INFINITY;
  for (const window of windows) {
    const end = window.isOpen(c) === yes ? window.end(c) : undefined;
    if (end !== undefined && end > latest) {
      best = window;
      latest = end;
    }
  }
  return best;
}
