import { type Piece, pieceOf, type Requirement } from "../compiling/cited.ts";
import { allOf } from "../compiling/conditions.ts";
import type { Context, Test } from "../compiling/context.ts";
import { compileDuties, compileNotes, type Note } from "../compiling/notes.ts";
import { compileRenewals, type Renewal, someRenews } from "../compiling/renewals.ts";
import { allHold, compileRequirements } from "../compiling/requirements.ts";
import { compileWindows, helping, someOpen, type Window } from "../compiling/windows.ts";
import type { Decision } from "../document.ts";
import type { Deadline, Outcome } from "../receipt.ts";
import { no, yes } from "../truth.ts";
import type { Case } from "./case.ts";
import type { Explanation, Program, Settled } from "./program.ts";
import { doorsOf, inOrder, Weighing } from "./reasons.ts";

/** A decision that is allowed or refused: offer, activation, renewal. */
interface Gate {
  readonly requirements: readonly Requirement[];
  readonly windows: readonly Window[];
  readonly renewals: readonly Renewal[] | undefined;
  readonly notes: readonly Note[];
  readonly duties: readonly ((c: Case) => Deadline | undefined)[];
}

export function compileGate(decision: Decision, context: Context): Program {
  const gate: Gate = {
    requirements: compileRequirements(decision, undefined, context),
    windows: compileWindows(decision, context),
    renewals: decision === "renewal" ? compileRenewals(context) : undefined,
    notes: compileNotes(decision, context),
    duties: compileDuties(decision, context),
  };
  const opens = opensGate(gate);
  return {
    decision,
    settle: (c) => settlements[opens(c)],
    pieces: piecesOf(gate),
    explain: (c, outcome) => explain(gate, c, outcome),
    rank: (outcome) => (outcome === "allowed" ? 1 : 0),
  };
}

/** By the truth of "the gate is open". */
const settlements: readonly (Settled | undefined)[] = [
  { outcome: "refused" },
  undefined,
  { outcome: "allowed" },
];

function opensGate({ requirements, windows, renewals }: Gate): Test {
  const tests: Test[] = [allHold(requirements)];
  if (windows.length > 0) {
    tests.push(someOpen(windows));
  }
  if (renewals !== undefined) {
    tests.push(someRenews(renewals));
  }
  return allOf(tests);
}

function piecesOf({ requirements, windows, renewals }: Gate): Piece[] {
  return [
    ...requirements.map((requirement) => pieceOf(requirement, requirement.holds)),
    ...windows.map((window) => pieceOf(window, window.isOpen)),
    ...(renewals ?? []).map((renewal) => pieceOf(renewal, renewal.isOpen)),
  ];
}

function explain(gate: Gate, c: Case, outcome: Outcome): Explanation {
  const weighed = new Weighing(c);
  weighed.requirements(gate.requirements);
  const failing = [...weighed.blamed];
  const windows = weighWindows(gate.windows, c);
  windows.open.forEach((window) => {
    weighed.cite(window, "holds");
  });
  windows.shut.forEach(([window, verdict]) => {
    weighed.blame(window, verdict);
  });
  weighRenewals(gate.renewals ?? [], c, weighed);
  weighed.notes(gate.notes);
  const shown = outcome === "refused" ? windows.shut.map(([window]) => window) : windows.open;
  const deadlines = [...shown.map((window) => window.deadline(c)), ...gate.duties.map((duty) => duty(c))];
  const alternatives = weighed.blamed.slice(failing.length);
  return {
    because: weighed.because,
    against: weighed.against,
    fee: null,
    uses: null,
    returns: null,
    deadlines: deadlines.filter((deadline) => deadline !== undefined),
    doors: outcome === "refused" ? doorsOf(inOrder(weighed.blamed), c) : [],
    obstacles: alternatives.length === 0 ? [failing] : alternatives.map((each) => [...failing, each]),
  };
}

/**
 * The window that helps; if none does, those that have passed; if none was ever meant for the case, all of
 * them.
 */
function weighWindows(
  windows: readonly Window[],
  c: Case,
): { open: readonly Window[]; shut: readonly (readonly [Window, "passed" | "fails"])[] } {
  const open = helping(windows, c);
  if (open !== undefined) {
    return { open: [open], shut: [] };
  }
  const shut = windows.filter((window) => window.isOpen(c) === no);
  const passed = shut.filter((window) => window.applies(c) === yes);
  if (passed.length > 0) {
    return { open: [], shut: passed.map((window) => [window, "passed"] as const) };
  }
  return {
    open: [],
    shut: shut.length === windows.length ? shut.map((window) => [window, "fails"] as const) : [],
  };
}

function weighRenewals(renewals: readonly Renewal[], c: Case, weighed: Weighing): void {
  const open = renewals.filter((renewal) => renewal.isOpen(c) === yes);
  for (const renewal of open) {
    weighed.cite(renewal, "holds", renewal.detail(c));
  }
  const meant = renewals.filter((renewal) => renewal.isMeant(c) !== no);
  for (const renewal of meant.length > 0 ? meant : renewals) {
    if (open.length === 0 && renewal.isOpen(c) === no) {
      weighed.blame(renewal, "fails");
    }
  }
}
