import { type Case, isAbsent, isUnknown } from "../deciding/case.ts";
import { MomentReader } from "../deciding/moments.ts";
import { type Clause, rulesOf } from "../document.ts";
import type { Deadline } from "../receipt.ts";
import type { Condition, RefundRule } from "../rules.ts";
import { and, no, yes } from "../truth.ts";
import { addressIn } from "./addressIn.ts";
import { cite, type Obstacle } from "./cited.ts";
import { compileCondition } from "./conditions.ts";
import type { Context, Test } from "./context.ts";
import { deadlineFrom } from "./deadlines.ts";
import { type Penalty, paidOrNow, penaltyOf } from "./penalties.ts";
import { amountFactsOf, compileReckoning, type Reckon } from "./reckoning.ts";
import { compileRefundTime } from "./refundTime.ts";

/** A refund clause, compiled. */
export interface RefundClause extends Obstacle {
  /** Who says so: the terms, or the statute of that name. */
  readonly by: string;
  readonly formula: RefundRule["formula"];
  /** Whether all but its time holds. */
  readonly isMeant: Test;
  /** Whether it speaks of this end of such a contract at all, whatever else it asks for. */
  readonly isAddressed: Test;
  /** Whether all it still lacks is that the device goes back. */
  readonly waitsForDevice: Test;
  readonly isOpen: Test;
  readonly reckon: Reckon;
  /** The facts the amount is reckoned from. */
  readonly amountFacts: readonly string[];
  readonly deadline: (c: Case) => Deadline | undefined;
  /** Until when it must be paid. */
  readonly payBy: (c: Case) => Deadline | undefined;
  /** What is added to an amount that is paid late, and for how many periods. */
  readonly penaltyOn: (amount: number, c: Case) => Penalty | undefined;
}

export function compileRefunds(context: Context): RefundClause[] {
  return rulesOf(context.document, "refund").map(({ clause, rule }) => compileRefund(clause, rule, context));
}

function compileRefund(clause: Clause, rule: RefundRule, context: Context): RefundClause {
  const notice = noticeReader();
  const isMeant = compileCondition(meantFor(rule), rule.presume, context);
  const time = compileRefundTime(clause.id, rule, notice, context);
  const isOpen: Test = (c) => {
    const truth = isMeant(c);
    return truth === no ? no : and(truth, time.isInTime(c));
  };
  const reckon = compileReckoning(rule, notice, context);
  const { "pay-within": payWithin, "late-penalty": penalty } = rule;
  return {
    ...cite(clause, { ...rule, when: meantFor(rule) }, time.atoms, context),
    by: clause.layer?.kind === "statute" ? clause.layer.name : "terms",
    formula: rule.formula,
    isMeant,
    isAddressed: compileCondition(addressIn(meantFor(rule)), rule.presume, context),
    isOpen,
    waitsForDevice: (c) =>
      rule["linked-to"] !== undefined && isOpen(c) === no ? isOpen(c.changed(deviceReturned, true)) : no,
    clears: (c) => isOpen(c) === yes,
    from: time.duration && rule.from,
    duration: time.duration,
    until: "cancellation.noticeAt",
    // What is added for lateness depends on the moment, and so does the whole.
    reckon: (c) => (penalty !== undefined && paidOrNow(c) === undefined ? undefined : reckon(c)),
    amountFacts: amountFactsOf(rule),
    deadline: time.deadline,
    payBy: deadlineFrom(clause.id, notice, payWithin),
    penaltyOn: (amount, c) => penalty && penaltyOf(penalty, amount, notice, c),
  };
}

/** The moment the end of the contract was declared; while nobody says when, now. */
const noticeReader = (): MomentReader =>
  new MomentReader((c) => {
    const told = c.cancellation.noticeAt;
    return isUnknown(told) || isAbsent(told) ? c.at : told;
  });

const deviceReturned = "cancellation.deviceReturned";

/** Who ends the contract and, where the refund hangs on it, that the device went back are conditions too. */
function meantFor(rule: RefundRule): Condition {
  const test = (fact: string, values: readonly (string | boolean)[]): Condition => ({
    kind: "fact",
    fact,
    is: { test: "one-of", values },
    place: rule.place,
  });
  const linked = rule["linked-to"] === undefined ? [] : [test(deviceReturned, [true])];
  const when = rule.when === null ? [] : [rule.when];
  return { kind: "all", of: [test("cancellation.by", rule.by), ...when, ...linked] };
}
