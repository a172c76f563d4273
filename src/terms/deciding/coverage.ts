import type { Context } from "../compiling/context.ts";
import { feeBy } from "../compiling/fees.ts";
import { compileDuties, compileNotes } from "../compiling/notes.ts";
import { compileWays, piecesOfWay, type Way } from "../compiling/ways.ts";
import type { Outcome } from "../receipt.ts";
import { no, unknown, yes } from "../truth.ts";
import type { Case } from "./case.ts";
import { explainCoverage } from "./coverageReasons.ts";
import type { Program, Settled } from "./program.ts";

/**
 * Which way a case goes. The ways are tried from the top of the ladder; one that is open is taken, one that
 * may be open leaves the decision open. A way whose fee is missing is never "paid" instead: the terms are
 * incomplete, and a person decides.
 */
export function compileCoverage(context: Context): Program {
  const ways = compileWays(context);
  const notes = compileNotes("coverage", context);
  const duties = compileDuties("coverage", context);
  return {
    decision: "coverage",
    settle: (c) => settle(ways, c),
    pieces: ways.flatMap(piecesOfWay),
    explain: (c, outcome, settled) => explainCoverage({ ways, notes, duties }, c, outcome, settled),
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

const refused: Settled = { outcome: "refused" };

function settle(ways: readonly Way[], c: Case): Settled | undefined {
  for (const way of ways) {
    const open = way.isOpen(c);
    if (open === unknown) {
      return undefined;
    }
    if (open === yes) {
      return settleOn(way, c);
    }
  }
  return refused;
}

function settleOn(way: Way, c: Case): Settled | undefined {
  if (way.isMixed?.(c) === true) {
    return { outcome: "incomplete", way, fee: undefined };
  }
  const fee = typeof way.fee === "object" ? feeBy(way.fee, c) : undefined;
  const isFeeOpen = fee === undefined && typeof way.fee === "object";
  // With something lacking that a fee depends on, that there is none yet says nothing.
  const mayBringFee = fee === null || isFeeOpen ? way.mayBringFee(c) : no;
  if (fee === null && mayBringFee === yes) {
    return { outcome: "incomplete", way, fee };
  }
  const complete = way.isComplete(c);
  if (complete === no && mayBringFee === no) {
    return { outcome: "hold", way, fee };
  }
  const isOpen = complete !== yes || isFeeOpen || mayBringFee !== no;
  return isOpen ? undefined : { outcome: way.route, way, fee };
}
