import { isWithin } from "../deciding/moments.ts";
import { type Clause, rulesOf } from "../document.ts";
import type { PeriodRule } from "../rules.ts";
import { type Duration, printDuration } from "../time/duration.ts";
import { no, not, or, type Truth, unknown, yes } from "../truth.ts";
import { cite, type Requirement } from "./cited.ts";
import { compileCondition } from "./conditions.ts";
import type { Context, Test } from "./context.ts";

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
