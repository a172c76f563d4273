import type { Case } from "../deciding/case.ts";
import { type Decision, rulesOf } from "../document.ts";
import type { Deadline } from "../receipt.ts";
import type { DutyRule, NoteRule } from "../rules.ts";
import { type Cited, cite } from "./cited.ts";
import { compileCondition } from "./conditions.ts";
import type { Context, Test } from "./context.ts";
import { deadlineOf } from "./windows.ts";

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

/** Duties with a time limit: each gives the receipt a deadline, whatever follows if it is missed. */
export function compileDuties(decision: Decision, context: Context): ((c: Case) => Deadline | undefined)[] {
  return rulesOf(context.document, "duty")
    .filter(({ rule }) => rule.decision?.includes(decision) === true)
    .flatMap(({ clause, rule }) => dutyDeadline(clause.id, rule, context) ?? []);
}

function dutyDeadline(
  clause: string,
  rule: DutyRule,
  context: Context,
): ((c: Case) => Deadline | undefined) | undefined {
  const { within, of } = rule;
  if (within === undefined || of === undefined) {
    return undefined;
  }
  const concerns = compileCondition(rule.when, rule.presume, context);
  const start = context.moment(of, rule.presume);
  return (c) =>
    concerns(c) !== 0 && start.read(c) === "known" ? deadlineOf(clause, start.lo, within, c) : undefined;
}
