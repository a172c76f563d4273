import { type Piece, pieceOf } from "../compiling/cited.ts";
import { allOf } from "../compiling/conditions.ts";
import type { Context, Test } from "../compiling/context.ts";
import { compileDuties, compileNotes } from "../compiling/notes.ts";
import { compileReminders } from "../compiling/reminders.ts";
import { compileRenewals, someRenews } from "../compiling/renewals.ts";
import { allHold, compileRequirements } from "../compiling/requirements.ts";
import { compileTransfers, mayMove } from "../compiling/transfers.ts";
import { compileWindows, someOpen } from "../compiling/windows.ts";
import type { Decision } from "../document.ts";
import { yes } from "../truth.ts";
import { explainGate, type Gate } from "./gateReasons.ts";
import type { Program, Settled } from "./program.ts";

export function compileGate(decision: Decision, context: Context): Program {
  const all = compileRequirements(decision, undefined, context);
  const transfers = decision === "transfer" ? compileTransfers(context) : undefined;
  const gate: Gate = {
    requirements: all.filter(({ isReview }) => isReview !== true),
    reviews: all.filter(({ isReview }) => isReview === true),
    windows: compileWindows(decision, context),
    renewals: decision === "renewal" ? compileRenewals(context) : undefined,
    transfers,
    moves: (transfers ?? []).filter(({ forbids }) => !forbids),
    notes: compileNotes(decision, context),
    duties: [
      ...compileDuties(decision, context),
      ...(decision === "renewal" ? compileReminders(context) : []),
    ],
  };
  return {
    decision,
    settle: settling(gate, context),
    pieces: piecesOf(gate),
    explain: (c, outcome) => explainGate(gate, c, outcome),
    rank: (outcome) => ["refused", "hold", "allowed"].indexOf(outcome),
  };
}

/** By the truth of "the gate is open", and of "nobody has to look first". */
const settlements: readonly (Settled | undefined)[] = [
  { outcome: "refused" },
  undefined,
  { outcome: "allowed" },
];
const reviewed: readonly (Settled | undefined)[] = [{ outcome: "hold" }, undefined, { outcome: "allowed" }];

function settling(gate: Gate, context: Context): Program["settle"] {
  const opens = opensGate(gate, context);
  if (gate.reviews.length === 0) {
    return (c) => settlements[opens(c)];
  }
  const passes = allHold(gate.reviews, context);
  return (c) => {
    const open = opens(c);
    return open === yes ? reviewed[passes(c)] : settlements[open];
  };
}

function opensGate({ requirements, windows, renewals, transfers }: Gate, context: Context): Test {
  const tests: Test[] = [allHold(requirements, context)];
  if (windows.length > 0) {
    tests.push(someOpen(windows));
  }
  if (renewals !== undefined) {
    tests.push(someRenews(renewals));
  }
  if (transfers !== undefined) {
    tests.push(mayMove(transfers));
  }
  return allOf(tests);
}

function piecesOf({ requirements, reviews, windows, renewals, transfers }: Gate): Piece[] {
  return [
    ...[...requirements, ...reviews].map((requirement) => pieceOf(requirement, requirement.holds)),
    ...windows.map((window) => pieceOf(window, window.isOpen)),
    ...(renewals ?? []).map((renewal) => pieceOf(renewal, renewal.isOpen)),
    ...(transfers ?? []).map((each) => pieceOf(each, each.forbids ? each.isMeant : each.isOpen)),
  ];
}
