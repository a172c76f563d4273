import type { Requirement } from "../compiling/cited.ts";
import { latePenalty } from "../compiling/penalties.ts";
import type { RefundClause } from "../compiling/refunds.ts";
import { helping, type Window } from "../compiling/windows.ts";
import { printMoney } from "../money.ts";
import type { Deadline, Outcome, Refund } from "../receipt.ts";
import { no, yes } from "../truth.ts";
import type { Case } from "./case.ts";
import { weighDuties } from "./duties.ts";
import type { Explanation } from "./program.ts";
import { doorsOf, inOrder, Weighing } from "./reasons.ts";
import type { Payable, Refunding } from "./refund.ts";

/** Why so much is paid back, by the terms and by the law, or why nothing is. */
export function explainRefund(
  refunding: Refunding,
  payable: readonly Payable[],
  c: Case,
  outcome: Outcome,
): Explanation {
  const weighed = new Weighing(c, outcome !== "refused");
  const [paid] = outcome === "amount" ? payable : [];
  const refund = paid && refundOf(paid, payable, c);
  const failing = refunding.requirements.filter(({ holds }) => holds(c) === no);
  if (outcome === "hold") {
    weighReviews(refunding, c, weighed);
  } else if (outcome === "amount") {
    weighPayable(refunding, payable, c, weighed);
  } else if (outcome === "incomplete") {
    weighUnreckoned(refunding, c, weighed);
  } else {
    weighShut(refunding, failing, c, weighed);
  }
  weighed.notes(refunding.notes);
  const ways = weighed.blamed.filter((each): each is RefundClause => "reckon" in each);
  const passed = outcome === "refused" ? ways.map((way) => way.deadline(c)) : [];
  const due = paid && payment(payable, c);
  if (due !== undefined) {
    weighed.cite(due.clause, "applies");
  }
  const deadlines = [
    paid?.clause.deadline(c),
    ...passed,
    due?.deadline,
    ...weighDuties(refunding.duties, c, weighed),
  ];
  return {
    because: weighed.because,
    against: weighed.against,
    fee: null,
    uses: null,
    returns: null,
    deadlines: deadlines.filter((deadline) => deadline !== undefined),
    doors: outcome === "undecided" ? [] : doorsOf(inOrder(weighed.blamed), c),
    obstacles: obstaclesIn(weighed, outcome, ways, failing),
    ...(refund && { refund }),
  };
}

/** The law does not wait for what the terms ask for. */
function obstaclesIn(
  weighed: Weighing,
  outcome: Outcome,
  ways: readonly RefundClause[],
  failing: readonly Requirement[],
): Explanation["obstacles"] {
  if (outcome !== "refused") {
    return [weighed.blamed];
  }
  return ways.map((way) => (way.by === "terms" ? [...failing, way] : [way]));
}

/** Those that fail let a person look first, and hold back what the terms pay beyond the law. */
function weighReviews({ reviews }: Refunding, c: Case, weighed: Weighing): void {
  for (const review of reviews) {
    if (review.holds(c) === no) {
      const detail = review.detail?.(c);
      weighed.cite(review, "fails", detail);
      weighed.blame(review, "fails", detail);
    }
  }
}

/** The best by the terms and the best by the law, with what each would pay. */
function weighPayable(refunding: Refunding, payable: readonly Payable[], c: Case, weighed: Weighing): void {
  const best = ["terms", "law"].flatMap(
    (side) => payable.find(({ clause }) => (clause.by === "terms") === (side === "terms")) ?? [],
  );
  for (const { clause, amount, currency } of best) {
    weighed.cite(clause, "holds", { pays: printMoney(amount, currency) });
  }
  weighReviews(refunding, c, weighed);
  if (payable[0]?.clause.by === "terms") {
    weighed.holding(refunding.requirements.filter(({ holds }) => holds(c) === yes));
  }
}

/** The clauses that count, and of which one cannot be reckoned: a person looks at the amounts. */
function weighUnreckoned({ clauses }: Refunding, c: Case, weighed: Weighing): void {
  for (const clause of clauses.filter(({ isOpen }) => isOpen(c) === yes)) {
    const reckoned = clause.reckon(c);
    const pays = reckoned ? printMoney(reckoned.amount, reckoned.currency) : null;
    weighed.cite(clause, "holds", { pays });
  }
}

/**
 * Times that have passed speak against it; if there are none, all that is asked for by clauses that are
 * addressed to such a case. What is not says nothing about it.
 */
function weighShut(refunding: Refunding, failing: readonly Requirement[], c: Case, weighed: Weighing): void {
  const { clauses } = refunding;
  for (const requirement of failing) {
    weighed.blame(requirement, "fails", requirement.detail?.(c));
  }
  weighWindows(refunding.windows, c, weighed);
  const nothing = clauses.filter((clause) => clause.formula === "none" && clause.isOpen(c) === yes);
  const late = clauses.filter((clause) => clause.isMeant(c) === yes && clause.isOpen(c) === no);
  for (const clause of nothing) {
    weighed.blame(clause, "applies");
  }
  for (const clause of late) {
    weighed.blame(clause, "passed");
  }
  const waiting = clauses.filter((clause) => clause.waitsForDevice(c) === yes);
  for (const clause of waiting) {
    weighed.blame(clause, "fails");
  }
  if (nothing.length + late.length + waiting.length === 0) {
    for (const clause of clauses) {
      if (clause.isOpen(c) === no && clause.isAddressed(c) !== no) {
        weighed.blame(clause, "fails");
      }
    }
  }
}

function weighWindows(windows: readonly Window[], c: Case, weighed: Weighing): void {
  if (helping(windows, c) === undefined) {
    for (const window of windows) {
      if (window.isOpen(c) === no && window.applies(c) === yes) {
        weighed.blame(window, "passed");
      }
    }
  }
}

function refundOf(paid: Payable, payable: readonly Payable[], c: Case): Refund {
  const { clause, amount, currency, steps } = paid;
  const counting = payable.map((each) => each.clause);
  const late = latePenalty(amount, counting, c);
  const total = amount + (late?.amount ?? 0);
  return {
    amount: total,
    currency,
    clause: clause.id,
    by: clause.by,
    steps: late === undefined ? steps : [...steps, { says: late.says, amount: total }],
    penalty: late?.amount ?? 0,
    payBy: payment(payable, c)?.deadline.to ?? null,
    others: payable
      .slice(1)
      .map((other) => ({ clause: other.clause.id, by: other.clause.by, amount: other.amount })),
  };
}

/** The earliest day any clause that counts sets for paying, and the clause that does. */
function payment(
  payable: readonly Payable[],
  c: Case,
): { readonly clause: RefundClause; readonly deadline: Deadline } | undefined {
  const found = payable.flatMap(({ clause }) => {
    const deadline = clause.payBy(c);
    return deadline === undefined ? [] : [{ clause, deadline }];
  });
  return found.sort((a, b) => (a.deadline.to < b.deadline.to ? -1 : 1))[0];
}
