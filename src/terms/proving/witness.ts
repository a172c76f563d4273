import { factsAtStake } from "../comparing/factsAtStake.ts";
import { realValues } from "../comparing/jointProgram.ts";
import type { Judge } from "../comparing/judge.ts";
import { smallestCase } from "../comparing/smallestCase.ts";
import { withFact } from "../deciding/factSetting.ts";
import { type Decision, decisions, type Example } from "../document.ts";
import type { Facts } from "../facts.ts";
import { latestOf } from "./latestOf.ts";

/** A case on which two documents differ in something an example can expect. */
export interface Witness {
  readonly decision: Decision;
  readonly facts: Facts;
  /** The example it is nearest to. */
  readonly near: string;
}

/** Cases looked at for one clause. */
const most = 2000;

/**
 * Looks for a case by which two documents can be told apart: among the examples as they are, then one fact
 * away from them. Undefined when none was found in a bounded search.
 */
export function witnessOf(
  examples: readonly Example[],
  before: Judge,
  after: Judge,
  clause: string,
): Witness | undefined {
  const differs = (decision: Decision, facts: Facts): boolean => {
    const now = shownIn(after, decision, facts);
    return now !== undefined && shownIn(before, decision, facts) !== now;
  };
  for (const { base, facts } of nearby(examples, before, after, clause)) {
    if (differs(base.decision, facts)) {
      const smallest = smallestCase(facts, base.facts, (each) => differs(base.decision, each));
      return { decision: base.decision, facts: smallest, near: base.name };
    }
  }
  return undefined;
}

interface Near {
  readonly base: Example;
  readonly facts: Facts;
}

function* nearby(examples: readonly Example[], before: Judge, after: Judge, clause: string): Generator<Near> {
  const bases = [...examples, ...forOtherDecisions(examples)];
  for (const base of bases) {
    yield { base, facts: base.facts };
  }
  const values = realValues(before, after);
  const edits = [{ clause }] as unknown as Parameters<typeof factsAtStake>[1];
  const names = factsAtStake([before.document, after.document], edits);
  let left = most;
  for (const base of bases.toSorted((a, b) => Number(b.clause === clause) - Number(a.clause === clause))) {
    const c = after.case(base.facts);
    for (const name of names) {
      for (const value of values(name, c)) {
        left -= 1;
        if (left < 0) {
          return;
        }
        yield { base, facts: withFact(base.facts, name, value) };
      }
    }
  }
}

/** A decision nobody wrote an example for is asked of some of the others' cases. */
function forOtherDecisions(examples: readonly Example[]): readonly Example[] {
  const without = decisions.filter((decision) => !examples.some((each) => each.decision === decision));
  return without.flatMap((decision) =>
    examples.filter((_, at) => at % 10 === 0).map((example) => ({ ...example, decision })),
  );
}

/** All an example can expect of a settled case, as a text; undefined while facts are missing. */
function shownIn(judge: Judge, decision: Decision, facts: Facts): string | undefined {
  const settled = judge.settle(decision, facts);
  if (settled === undefined) {
    return undefined;
  }
  const explained = judge.explain(decision, facts, settled);
  const { because, against, fee, uses, returns, deadlines, doors, refund } = explained;
  const period = judge.planPeriod(facts);
  const ids = (reasons: readonly { clause: string }[]): readonly string[] =>
    reasons.map(({ clause }) => clause);
  return JSON.stringify([
    settled.outcome,
    ids(because),
    ids(against),
    fee && [fee.amount, fee.currency, fee.nth],
    uses && [uses.nth, uses.left],
    returns?.parts,
    latestOf(deadlines),
    doors.map(({ door }) => door),
    refund && [refund.amount, refund.penalty, refund.by, refund.payBy],
    period && [period.startsAt, period.lastDay],
  ]);
}
