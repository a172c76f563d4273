import { isUnknown } from "../deciding/case.ts";
import { type Clause, type Route, rulesOf } from "../document.ts";
import type { ExcludeRule } from "../rules.ts";
import { and, no, not, truthOf, unknown, yes } from "../truth.ts";
import { cite, type Exception, type Exclusion } from "./cited.ts";
import { compileCondition } from "./conditions.ts";
import { oppositesOf } from "./conjuncts.ts";
import type { Context, Test } from "./context.ts";

/** The exclusions of a route, each with the exceptions that name it. */
export function compileExclusions(route: Route, context: Context): Exclusion[] {
  return rulesOf(context.document, "exclude")
    .filter(({ rule }) => rule["applies-to"].includes(route))
    .map(({ clause, rule }) => compileExclusion(clause, rule, context));
}

function compileExclusion(clause: Clause, rule: ExcludeRule, context: Context): Exclusion {
  const exceptions = exceptionsOf(clause.id, context);
  const test = compileCondition(rule.when, rule.presume, context);
  const caught = rule.causal === true ? causal(test, clause.id, rule, context) : test;
  const more = [
    ...(rule.causal === true ? [{ facts: ["incident.causedBy"] }] : []),
    ...exceptions.flatMap((each) => each.atoms),
  ];
  const applies = exceptions.length === 0 ? caught : withExceptions(caught, exceptions);
  const isPlain = exceptions.length === 0 && rule.causal !== true;
  const cited = cite(clause, rule, more, context);
  return {
    ...cited,
    applies,
    spares: isPlain
      ? oppositesOf(rule.when, rule.presume, context)
      : [{ test: (c) => not(applies(c)), weight: cited.weight }],
    clears: (c) => applies(c) === no,
    exceptions: exceptions.map((each, index) => savingOnly(each, caught, exceptions.slice(0, index))),
    detail: judgedBy(rule),
  };
}

function exceptionsOf(id: string, context: Context): Exception[] {
  return rulesOf(context.document, "except")
    .filter(({ rule }) => rule.of === id)
    .map(({ clause, rule }) => ({
      ...cite(clause, rule, [], context),
      catches: compileCondition(rule.when, rule.presume, context),
    }));
}

/** An exception saves only what would have been excluded, and only once. */
function savingOnly(exception: Exception, caught: Test, earlier: readonly Exception[]): Exception {
  return {
    ...exception,
    catches: (c) => {
      const truth = and(exception.catches(c), caught(c));
      return truth === no || earlier.some(({ catches }) => catches(c) === yes) ? no : truth;
    },
  };
}

function withExceptions(test: Test, exceptions: readonly Exception[]): Test {
  return (c) => {
    let truth = test(c);
    for (const { catches } of exceptions) {
      if (truth === no) {
        return no;
      }
      truth = and(truth, not(catches(c)));
    }
    return truth;
  };
}

/** Only if an assessor found that this is what caused the damage. */
function causal(test: Test, id: string, rule: ExcludeRule, context: Context): Test {
  const read = context.reader("incident.causedBy", rule.presume);
  return (c) => {
    const truth = test(c);
    if (truth === no) {
      return no;
    }
    const causes = read(c);
    const caused = isUnknown(causes) ? unknown : truthOf(Array.isArray(causes) && causes.includes(id));
    return and(truth, caused);
  };
}

function judgedBy(rule: ExcludeRule): Exclusion["detail"] {
  if (rule["decided-by"] === undefined) {
    return undefined;
  }
  return {
    decidedBy: rule["decided-by"],
    ...(rule.question === undefined ? {} : { question: rule.question }),
  };
}
