import { isWithin } from "../deciding/moments.ts";
import { type Clause, type Decision, type Route, rulesOf } from "../document.ts";
import {
  type DutyRule,
  type EvidenceRule,
  isReference,
  type RequireRule,
  type ReturnRule,
  type Rule,
} from "../rules.ts";
import type { Condition } from "../tests.ts";
import { not, or, type Truth, unknown, yes } from "../truth.ts";
import { requirementOf } from "./benefitRequirements.ts";
import type { Benefit } from "./benefits.ts";
import { cite, isReviewed, type Requirement } from "./cited.ts";
import { compileCondition } from "./conditions.ts";
import { allConjuncts, conjunctsIn, conjunctsOf, weightOf } from "./conjuncts.ts";
import type { Context, Test } from "./context.ts";
import { compileReturnedParts } from "./returnedParts.ts";
import { compileWaitings } from "./waitings.ts";

/**
 * Everything that must hold for a decision; for coverage, on one route, with the benefits its way asks for.
 * In the order of the document.
 */
export function compileRequirements(
  decision: Decision,
  route: Route | undefined,
  context: Context,
  benefits: readonly Benefit[] = [],
): Requirement[] {
  const { document } = context;
  const onRoute = (routes: readonly Route[]): boolean => route === undefined || routes.includes(route);
  const found = [
    ...rulesOf(document, "require")
      .filter(({ rule }) => rule.decision.includes(decision) && onRoute(rule.route))
      .map(({ clause, rule }) => fromRequire(clause, rule, decision, context)),
    ...rulesOf(document, "evidence")
      .filter(({ rule }) => rule.decision.includes(decision) && (route === undefined || route === "plan"))
      .map(({ clause, rule }) => fromRequire(clause, rule, decision, context)),
    ...rulesOf(document, "duty")
      .filter(({ rule }) => rule.decision?.includes(decision) === true && hasTeeth(rule))
      .filter(() => route === undefined || route === "plan")
      .map(({ clause, rule }) => fromDuty(clause, rule, decision, context)),
  ];
  if (decision === "coverage") {
    found.push(
      ...benefits.map((benefit) => requirementOf(benefit, context)),
      ...(onRoute(["plan"]) ? compileWaitings(context) : []),
      ...rulesOf(document, "return")
        .filter(({ rule }) => onRoute(rule.route) && rule.partial === "hold")
        .map(({ clause, rule }) => fromReturn(clause, rule, context)),
    );
  }
  return found.sort((a, b) => a.order - b.order);
}

/** What must hold no longer stands in the way as soon as it does. */
const clearing = (holds: Test): Pick<Requirement, "holds" | "clears"> => ({
  holds,
  clears: (c) => holds(c) === yes,
});

function compileScope(scope: Condition | null | undefined, rule: Rule, context: Context): Test | undefined {
  return scope === null || scope === undefined ? undefined : compileCondition(scope, rule.presume, context);
}

/** Outside its scope a requirement asks nothing; what holds need not be asked whether it is in scope. */
function within(isInScope: Test | undefined, test: Test): Test {
  if (isInScope === undefined) {
    return test;
  }
  return (c) => {
    const truth = test(c);
    return truth === yes ? yes : or(not(isInScope(c)), truth);
  };
}

function fromRequire(
  clause: Clause,
  rule: RequireRule | EvidenceRule,
  decision: Decision,
  context: Context,
): Requirement {
  const isInScope = compileScope(rule.for, rule, context);
  const tests = conjunctsOf(rule.when, rule.presume, context);
  const holds = within(isInScope, compileCondition(rule.when, rule.presume, context));
  // What holds need not be in scope.
  const plain = tests.length === 1 ? tests[0]?.plain : undefined;
  const isReview = isReviewed(rule);
  const isCurable = canWait.includes(decision) && (rule.kind === "evidence" || rule.curable === "hold");
  return {
    ...cite(clause, rule, [], context),
    isInScope,
    ...clearing(holds),
    conjuncts:
      isInScope === undefined ? tests : [{ test: holds, weight: weightOf(rule.for, rule.when), plain }],
    isCurable: isCurable || isReview,
    isReview,
    detail: detailOf(rule),
  };
}

/** Decisions that can ask the customer for something and go on from there. */
const canWait: readonly Decision[] = ["coverage", "return"];

function detailOf(rule: RequireRule | EvidenceRule): Requirement["detail"] {
  if (rule.kind === "evidence") {
    const detail = { shows: rule.shows, ...(rule.instead === undefined ? {} : { instead: rule.instead }) };
    return () => detail;
  }
  const asOf = rule["as-of"];
  const detail = { asOf };
  return asOf === undefined ? undefined : () => detail;
}

const hasTeeth = (rule: DutyRule): boolean => rule["if-not"] === "refused" || rule["if-not"] === "hold";

/** A duty with teeth is a requirement: done, and in time. */
function fromDuty(clause: Clause, rule: DutyRule, decision: Decision, context: Context): Requirement {
  const isInScope = compileScope(rule.when, rule, context);
  const inTime = doneInTime(rule, context);
  const beside = rule.within === undefined ? [] : context.factsBeside(rule.within);
  const facts = [rule.done ?? "", rule.of ?? "", "at", ...beside];
  const detail = { who: rule.who, must: rule.must };
  return {
    ...cite(clause, rule, [{ facts, test: inTime }], context),
    isInScope,
    ...clearing(within(isInScope, inTime)),
    isCurable: canWait.includes(decision) && rule["if-not"] === "hold",
    from: rule.of,
    duration: rule.within,
    until: rule.done,
    detail: () => detail,
  };
}

/** Done in time, or still in time to be done; a duty that nothing has begun yet is nobody's to do. */
function doneInTime(rule: DutyRule, context: Context): Test {
  const at = context.moment("at", rule.presume);
  const done = context.moment(rule.done ?? "", rule.presume);
  const of = context.moment(rule.of ?? "", rule.presume);
  const { within } = rule;
  return (c): Truth => {
    const begun = of.read(c);
    if (begun === "absent" || within === undefined) {
      return yes;
    }
    const doing = done.read(c);
    const moment = doing === "absent" ? at : done;
    const isTold = doing === "absent" ? at.read(c) === "known" : doing === "known";
    return begun === "known" && isTold ? isWithin(moment, of, within, c.zones) : unknown;
  };
}

function fromReturn(clause: Clause, rule: ReturnRule, context: Context): Requirement {
  const facts = isReference(rule.parts) ? ["claim.returnedParts", rule.parts.of] : ["claim.returnedParts"];
  const isInScope = compileScope(rule.when, rule, context);
  const returned = compileReturnedParts(rule, context);
  return {
    ...cite(clause, rule, [{ facts, test: returned.areAllThere }], context),
    isInScope,
    ...clearing(within(isInScope, returned.areAllThere)),
    isCurable: true,
    detail: (c) => {
      const missing = returned.missing(c);
      return missing === undefined ? undefined : { missing };
    },
    suggest: (c) => {
      const to = returned.complete(c);
      return to && { fact: "claim.returnedParts", to };
    },
  };
}

/** Whether every requirement holds. */
export const allHold = (requirements: readonly Requirement[], context: Context): Test =>
  allConjuncts(requirements.flatMap(conjunctsIn), context);
