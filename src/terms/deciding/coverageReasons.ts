import { nextUse } from "../compiling/benefits.ts";
import type { Obstacle, Requirement } from "../compiling/cited.ts";
import { type FeeDue, type FeeTable, feeBy } from "../compiling/fees.ts";
import type { Duty, Note } from "../compiling/notes.ts";
import type { Way } from "../compiling/ways.ts";
import type { Fee, Outcome } from "../receipt.ts";
import { no, yes } from "../truth.ts";
import { type Case, isAbsent, isUnknown } from "./case.ts";
import { weighDuties } from "./duties.ts";
import type { Explanation, Settled } from "./program.ts";
import { doorsOf, inOrder, Weighing } from "./reasons.ts";
import { returnsOn } from "./returnsOn.ts";

interface Coverage {
  readonly ways: readonly Way[];
  readonly notes: readonly Note[];
  readonly duties: readonly Duty[];
}

/** Why a case goes the way it goes, and why not one higher up. */
export function explainCoverage(
  { ways, notes, duties }: Coverage,
  c: Case,
  outcome: Outcome,
  settled: Settled | undefined,
): Explanation {
  const weighed = new Weighing(c);
  const fee = settled?.fee;
  const taken =
    outcome === "undecided" ? undefined : (settled?.way ?? ways.find((way) => way.isOpen(c) === yes));
  const obstacles: (readonly Obstacle[])[] = [];
  if (outcome !== "undecided") {
    weighNoPlan(ways, taken, c, weighed);
  }
  for (const way of ways) {
    if (way === taken) {
      const lacking = outcome === "hold" ? way.curable.filter(({ holds }) => holds(c) === no) : [];
      take(way, { outcome, fee }, lacking, c, weighed);
      obstacles.push(lacking);
      break;
    }
    if (way.when(c) !== no) {
      obstacles.push(passOver(way, c, weighed));
    }
  }
  weighed.notes(notes);
  const deadlines = weighDuties(duties, c, weighed);
  const { blamed } = weighed;
  const speakers = taken === undefined ? blamed : [...inOrder(blamed), taken];
  return {
    because: weighed.because,
    against: weighed.against,
    fee: taken === undefined ? null : feeOn(taken, fee, c),
    uses: taken === undefined ? null : nextUse(taken.uses, taken.limits, c),
    returns: taken === undefined ? null : returnsOn(taken, c),
    deadlines,
    doors: doorsOf(speakers, c),
    obstacles: obstacles.filter((set) => set.length > 0),
  };
}

/** Without a plan none of its ways may have been in question at all: then that is the reason. */
function weighNoPlan(ways: readonly Way[], taken: Way | undefined, c: Case, weighed: Weighing): void {
  if (!isAbsent(c.plan.product) && !isAbsent(c.plan.status)) {
    return;
  }
  const ofPlan = ways.filter(({ route }) => route === "plan");
  const [first] = ofPlan;
  const isAbove = taken === undefined || (first !== undefined && ways.indexOf(first) < ways.indexOf(taken));
  if (first !== undefined && isAbove && ofPlan.every((way) => way.when(c) === no)) {
    weighed.blame({ ...first, door: undefined, clears: () => false }, "fails", { plan: "none" });
  }
}

/**
 * The reasons for a way: what it requires, the exceptions that saved it, what it costs, and what it still
 * lacks.
 */
function take(
  way: Way,
  { outcome, fee }: Pick<Settled, "outcome" | "fee">,
  lacking: readonly Requirement[],
  c: Case,
  weighed: Weighing,
): void {
  weighed.cite(way, "holds", way.detail);
  weighHard(way, c, weighed);
  // While something is lacking, what is there beside it would have changed nothing.
  if (outcome === way.route) {
    weighed.holding(way.curable);
  }
  for (const requirement of lacking) {
    const detail = requirement.detail?.(c);
    weighed.cite(requirement, "fails", detail);
    weighed.blame(requirement, "fails", detail);
  }
  for (const exclusion of way.exclusions) {
    for (const exception of exclusion.exceptions) {
      if (exception.catches(c) === yes) {
        weighed.cite(exception, "excepted", { of: exclusion.id });
      }
    }
  }
  if (typeof way.fee === "object") {
    citeFee(way.fee, { outcome, fee }, c, weighed);
  }
}

/**
 * A balance in another currency than what is taken from it holds nothing back, and carries nothing
 * either.
 */
function weighHard({ hard, isMixed, uses }: Way, c: Case, weighed: Weighing): void {
  if (isMixed?.(c) !== true) {
    weighed.holding(hard);
    return;
  }
  const isMixedOne = ({ id }: Requirement): boolean => uses.some(({ clause }) => clause.id === id);
  weighed.holding(hard.filter((requirement) => !isMixedOne(requirement)));
  for (const requirement of hard.filter(isMixedOne)) {
    weighed.refuse(requirement, "fails");
  }
}

/**
 * The reasons against a way that was in question. What could be cured does not matter on a way that is shut
 * anyway.
 */
function passOver(way: Way, c: Case, weighed: Weighing): readonly Obstacle[] {
  const { hard, exclusions } = way;
  const found: Obstacle[] = [];
  let before = -1;
  for (const at of way.failing(c)) {
    const requirement = hard[at];
    const exclusion = exclusions[at - hard.length];
    if (at !== before && requirement !== undefined) {
      weighed.blame(requirement, "fails", requirement.detail?.(c));
      found.push(requirement);
    } else if (at !== before && exclusion !== undefined) {
      weighed.blame(exclusion, "applies", exclusion.detail);
      found.push(exclusion);
    }
    before = at;
  }
  return found;
}

function citeFee(
  tables: readonly FeeTable[],
  { outcome, fee }: Pick<Settled, "outcome" | "fee">,
  c: Case,
  weighed: Weighing,
): void {
  for (const table of tables) {
    if (table === fee?.table) {
      weighed.cite(table, "holds");
      continue;
    }
    const found = table.inScope(c) === yes ? table.feeOf(c) : undefined;
    if (found) {
      weighed.cite(table, "holds");
    } else if (found === null && outcome === "incomplete") {
      weighed.refuse(table, "fails");
    }
  }
}

function feeOn(way: Way, due: FeeDue | null | undefined, c: Case): Fee | null {
  if (way.fee === "quote") {
    return null;
  }
  if (way.fee === "nothing") {
    const { currency } = c.claim;
    return {
      amount: 0,
      currency: isUnknown(currency) || isAbsent(currency) ? null : currency,
      clause: way.id,
      nth: null,
      tax: null,
    };
  }
  const found = due === undefined ? feeBy(way.fee, c) : due;
  if (!found) {
    return null;
  }
  const { amount, currency, nth, table } = found;
  const paid: Fee = { amount, currency, clause: table.id, nth, tax: table.tax };
  return table.isIndicative(c) ? { ...paid, indicative: true } : paid;
}
