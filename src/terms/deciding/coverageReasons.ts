import type { Cited } from "../compiling/clauses.ts";
import { type FeeTable, feeBy } from "../compiling/fees.ts";
import type { Note } from "../compiling/notes.ts";
import type { Way } from "../compiling/ways.ts";
import type { Deadline, Fee, Outcome, Receipt, Use } from "../receipt.ts";
import { formatInstant } from "../time/civil.ts";
import { deadlineAfter } from "../time/duration.ts";
import { no, yes } from "../truth.ts";
import { factNamed } from "../vocabulary.ts";
import { type Case, isUnknown } from "./case.ts";
import { stretchOf } from "./moments.ts";
import type { Explanation } from "./program.ts";
import { doorsOf, inOrder, Weighing } from "./reasons.ts";

interface Coverage {
  readonly ways: readonly Way[];
  readonly notes: readonly Note[];
  readonly duties: readonly ((c: Case) => Deadline | undefined)[];
}

/** Why a case goes the way it goes, and why not one higher up. */
export function explainCoverage({ ways, notes, duties }: Coverage, c: Case, outcome: Outcome): Explanation {
  const weighed = new Weighing(c);
  const taken = ways.find((way) => way.isOpen(c) === yes);
  const obstacles: Cited[][] = [];
  for (const way of ways) {
    if (way === taken) {
      take(way, outcome, c, weighed);
      obstacles.push(outcome === "hold" ? way.curable.filter(({ holds }) => holds(c) === no) : []);
      break;
    }
    if (way.when(c) !== no) {
      obstacles.push(passOver(way, c, weighed));
    }
  }
  weighed.notes(notes);
  const settled = outcome === "undecided" ? undefined : taken;
  return {
    because: weighed.because(),
    against: weighed.against(),
    fee: settled === undefined ? null : feeOn(settled, c),
    uses: settled === undefined ? null : nextUse(settled, c),
    returns: settled === undefined ? null : returnsOn(settled, c),
    deadlines: duties.map((duty) => duty(c)).filter((deadline) => deadline !== undefined),
    doors: doorsOf([...inOrder(weighed.blamed), ...(settled === undefined ? [] : [settled])], c),
    obstacles: obstacles.filter((set) => set.length > 0),
  };
}

/** The reasons for a way: what it requires, the exceptions that saved it, what it costs. */
function take(way: Way, outcome: Outcome, c: Case, weighed: Weighing): void {
  weighed.cite(way, "holds", way.rebinds ? rebinding : undefined);
  weighed.requirements(way.hard);
  weighed.requirements(way.curable);
  if (outcome === "hold") {
    for (const requirement of way.curable.filter(({ holds }) => holds(c) === no)) {
      weighed.cite(requirement, "fails", requirement.detail?.(c));
    }
  }
  for (const exclusion of way.exclusions) {
    for (const exception of exclusion.exceptions.filter(({ catches }) => catches(c) === yes)) {
      weighed.cite(exception, "excepted", { of: exclusion.id });
    }
  }
  if (typeof way.fee === "object") {
    citeFee(way.fee, outcome, c, weighed);
  }
}

/** The reasons against a way that was in question. What could be cured does not matter on a way that is shut anyway. */
function passOver(way: Way, c: Case, weighed: Weighing): Cited[] {
  const failing = way.hard.filter(({ holds }) => holds(c) === no);
  for (const requirement of failing) {
    weighed.blame(requirement, "fails", requirement.detail?.(c));
  }
  const applying = way.exclusions.filter(({ applies }) => applies(c) === yes);
  for (const exclusion of applying) {
    weighed.blame(exclusion, "applies", exclusion.detail);
  }
  return [...failing, ...applying];
}

function citeFee(tables: readonly FeeTable[], outcome: Outcome, c: Case, weighed: Weighing): void {
  for (const table of tables.filter(({ inScope }) => inScope(c) === yes)) {
    const found = table.feeOf(c);
    if (found) {
      weighed.cite(table, "holds");
    } else if (found === null && outcome === "incomplete") {
      weighed.blame(table, "fails");
    }
  }
}

const rebinding = { rebinds: true };

function feeOn(way: Way, c: Case): Fee | null {
  if (way.fee === "quote") {
    return null;
  }
  if (way.fee === "nothing") {
    const currency = c.claim.currency;
    return {
      amount: 0,
      currency: isUnknown(currency) ? null : currency,
      clause: way.id,
      nth: null,
      tax: null,
    };
  }
  const found = feeBy(way.fee, c);
  return found
    ? {
        amount: found.fee.amount,
        currency: found.fee.currency,
        clause: found.table.id,
        nth: found.fee.nth,
        tax: found.table.tax,
      }
    : null;
}

/** Open cases count as uses, so the next one is what is counted and one more. */
function nextUse(way: Way, c: Case): Use | null {
  const granted = way.uses?.grants(c);
  const used = way.uses?.used(c);
  if (way.uses === undefined || typeof granted !== "number" || typeof used !== "number") {
    return null;
  }
  return { benefit: way.uses.name, nth: used + 1, left: Math.max(0, granted - used - 1) };
}

function returnsOn(way: Way, c: Case): Receipt["returns"] {
  const { returns } = way;
  const due = returns.filter((each) => each.applies(c) !== no);
  const parts = due.flatMap((each) => each.parts(c) ?? []);
  if (parts.length === 0) {
    return null;
  }
  const dates = due.flatMap(({ rule }) => {
    const from = rule.of === undefined ? undefined : stretchOf(factNamed(rule.of).read(c), c.zones);
    const [zone] = c.zones;
    const known = from !== undefined && rule.within !== undefined && zone !== undefined;
    return known ? [deadlineAfter(from.lo, rule.within, zone)] : [];
  });
  const by = dates.length === 0 ? null : formatInstant(Math.min(...dates));
  return { parts: [...new Set(parts)], by };
}
