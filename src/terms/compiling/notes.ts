import type { Case } from "../deciding/case.ts";
import { type Clause, type Decision, rulesOf } from "../document.ts";
import type { Deadline } from "../receipt.ts";
import type { DutyRule, NoteRule } from "../rules.ts";
import { no } from "../truth.ts";
import { type Cited, cite } from "./cited.ts";
import { compileCondition } from "./conditions.ts";
import type { Context, Test } from "./context.ts";
import { deadlineFrom } from "./deadlines.ts";

/** Text that no rule covers: a decision that passes it says so and goes to a person. */
export interface Note extends Cited {
  readonly concerns: Test;
  readonly detail: Readonly<Record<string, unknown>>;
}

export function compileNotes(decision: Decision, context: Context): Note[] {
  return rulesOf(context.document, "note")
    .filter(({ rule }) => rule.decision?.includes(decision) === true)
    .map(({ clause, rule }) => ({
      ...cite(clause, rule, [], context),
      concerns: compileCondition(rule.when, rule.presume, context),
      detail: { notCoded: (rule as NoteRule)["not-coded"] },
    }));
}

/** A clause that gives a receipt a deadline for somebody to keep, whatever follows if it is missed. */
export interface Duty extends Cited {
  readonly deadline: (c: Case) => Deadline | undefined;
}

/** Duties with a time limit. */
export function compileDuties(decision: Decision, context: Context): Duty[] {
  return rulesOf(context.document, "duty")
    .filter(({ rule }) => rule.decision?.includes(decision) === true)
    .flatMap(({ clause, rule }) => compileDuty(clause, rule, context) ?? []);
}

function compileDuty(clause: Clause, rule: DutyRule, context: Context): Duty | undefined {
  const { within, of } = rule;
  if (within === undefined || of === undefined) {
    return undefined;
  }
  const concerns = compileCondition(rule.when, rule.presume, context);
  const deadline = deadlineFrom(clause.id, context.moment(of, rule.presume), within);
  return {
    ...cite(clause, rule, [{ facts: [of] }], context),
    deadline: (c) => (concerns(c) === no ? undefined : deadline(c)),
  };
}
