import type { Context } from "../compiling/context.ts";
import { feeBy } from "../compiling/fees.ts";
import { compileDuties, compileNotes } from "../compiling/notes.ts";
import { compileWays, piecesOfWay, type Way } from "../compiling/ways.ts";
import type { Outcome } from "../receipt.ts";
import { no, unknown, yes } from "../truth.ts";
import type { Case } from "./case.ts";
import { explainCoverage } from "./coverageReasons.ts";
import type { Program } from "./program.ts";

/**
 * Which way a case goes. The ways are tried from the top of the ladder; one that is open is taken, one that may be open leaves
 * the decision open. A way whose fee is missing is never "paid" instead: the terms are incomplete, and a person decides.
 */
export function compileCoverage(context: Context): Program {
  const ways = compileWays(context);
  const notes = compileNotes("coverage", context);
  const duties = compileDuties("coverage", context);
  return {
    decision: "coverage",
    verdict: (c) => verdictOf(ways, c),
    answer: (c) => answerOf(ways, c),
    pieces: ways.flatMap(piecesOfWay),
    explain: (c, outcome) => explainCoverage({ ways, notes, duties }, c, outcome),
    rank: (outcome) => ranks.indexOf(outcome),
  };
}

/** From the customer's side; what is not here ranks below all. */
const ranks: readonly Outcome[] = [
  "refused",
  "goodwill",
  "paid",
  "incomplete",
  "hold",
  "plan",
  "warranty",
  "statutory",
];

function verdictOf(ways: readonly Way[], c: Case): Outcome | undefined {
  for (const way of ways) {
    const open = way.isOpen(c);
    if (open === unknown) {
      return undefined;
    }
    if (open === yes) {
      return outcomeOn(way, c);
    }
  }
  return "refused";
}

function outcomeOn(way: Way, c: Case): Outcome | undefined {
  const found = typeof way.fee === "object" ? feeBy(way.fee, c) : undefined;
  if (found === null && way.mayBringFee(c) !== no) {
    return "incomplete";
  }
  const complete = way.isComplete(c);
  if (complete === no) {
    return "hold";
  }
  return complete === unknown || (found === undefined && typeof way.fee === "object") ? undefined : way.route;
}

/** The way that is taken, or held; undefined when none is open. */
export function takenWay(ways: readonly Way[], c: Case): Way | undefined {
  return ways.find((way) => way.isOpen(c) === yes);
}

function answerOf(ways: readonly Way[], c: Case): string | undefined {
  const outcome = verdictOf(ways, c);
  if (outcome === undefined || outcome === "refused") {
    return outcome;
  }
  const way = takenWay(ways, c);
  const found = typeof way?.fee === "object" ? feeBy(way.fee, c) : undefined;
  return found ? `${outcome} ${found.fee.amount} ${found.fee.currency} ${found.fee.nth}` : outcome;
}
