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
  if (outcome === "amount") {
    weighPayable(refunding, payable, c, weighed);
  } else if (outcome === "incomplete") {
    weighUnreckoned(refunding, c, weighed);
  } else {
    weighShut(refunding, failing, c, weighed);
  }
  weighed.notes(refunding.notes);
  const ways = weighed.blamed.filter((each): each is RefundClause => "reckon" in each);
  const passed = outcome === "refused" ? ways.map((way) => way.deadline(c)) : [];
  const deadlines = [
    paid?.clause.deadline(c),
    ...passed,
    payment(payable, c),
    ...weighDuties(refunding.duties, c, weighed),
  ];
  return {
    because: weighed.because,
    against: weighed.against,
    fee: null,
    uses: null,
    returns: null,
    deadlines: deadlines.filter((deadline) => deadline !== undefined),
    doors: outcome === "refused" ? doorsOf(inOrder(weighed.blamed), c) : [],
    // The law does not wait for what the terms ask for.
    obstacles: ways.map((way) => (way.by === "terms" ? [...failing, way] : [way])),
    ...(refund && { refund }),
  };
}

/** The best by the terms and the best by the law, with what each would pay. */
function weighPayable(refunding: Refunding, payable: readonly Payable[], c: Case, weighed: Weighing): void {
  const best = ["terms", "law"].flatMap(
    (side) => payable.find(({ clause }) => (clause.by === "terms") === (side === "terms")) ?? [],
  );
  for (const { clause, amount, currency } of best) {
    weighed.cite(clause, "holds", { pays: printMoney(amount, currency) });
  }
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

/** Times that have passed speak against it; if none was meant for the case, what the terms ask for. */
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
    const own = clauses.filter(({ by }) => by === "terms");
    for (const clause of own.length > 0 ? own : clauses) {
      if (clause.isOpen(c) === no) {
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
    payBy: payment(payable, c)?.to ?? null,
    others: payable
      .slice(1)
      .map((other) => ({ clause: other.clause.id, by: other.clause.by, amount: other.amount })),
  };
}

/** The earliest day any clause that counts sets for paying. */
function payment(payable: readonly { readonly clause: RefundClause }[], c: Case): Deadline | undefined {
  const found = payable.flatMap(({ clause }) => clause.payBy(c) ?? []);
  return found.sort((a, b) => (a.to < b.to ? -1 : 1))[0];
}
