import type { Cited, Piece, Requirement } from "../compiling/clauses.ts";
import type { Context, Test } from "../compiling/context.ts";
import { compileDuties, compileNotes, type Note } from "../compiling/notes.ts";
import { compileRenewals, type Renewal, someRenews } from "../compiling/renewals.ts";
import { allHold, compileRequirements } from "../compiling/requirements.ts";
import { compileWindows, helping, someOpen, type Window } from "../compiling/windows.ts";
import type { Decision } from "../document.ts";
import type { Deadline, Outcome, Reason } from "../receipt.ts";
import { and, no, yes } from "../truth.ts";
import type { Case } from "./case.ts";
import type { Explanation, Program } from "./program.ts";
import { doorsOf, inOrder, reasonOf } from "./reasons.ts";

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
  const verdict = (c: Case): Outcome | undefined => outcomes[opens(c)];
  return {
    decision,
    verdict,
    answer: verdict,
    pieces: piecesOf(gate),
    explain: (c, outcome) => explain(gate, c, outcome),
    rank: (outcome) => (outcome === "allowed" ? 1 : 0),
  };
}

const outcomes: readonly [Outcome, undefined, Outcome] = ["refused", undefined, "allowed"];

function opensGate({ requirements, windows, renewals }: Gate): Test {
  const tests: Test[] = [allHold(requirements)];
  if (windows.length > 0) {
    tests.push(someOpen(windows));
  }
  if (renewals !== undefined) {
    tests.push(someRenews(renewals));
  }
  return (c) => {
    let truth = and(yes, yes);
    for (const test of tests) {
      truth = and(truth, test(c));
      if (truth === no) {
        return no;
      }
    }
    return truth;
  };
}

function piecesOf({ requirements, windows, renewals }: Gate): Piece[] {
  return [
    ...requirements.map(({ facts, holds }) => ({ facts, test: holds })),
    ...windows.map(({ facts, isOpen }) => ({ facts, test: isOpen })),
    ...(renewals ?? []).map(({ facts, isOpen }) => ({ facts: [...facts, "code.product"], test: isOpen })),
  ];
}

function explain(gate: Gate, c: Case, outcome: Outcome): Explanation {
  const because: { order: number; reason: Reason }[] = [];
  const against: { order: number; reason: Reason }[] = [];
  const blamed: Cited[] = [];
  const cite = (cited: Cited, reason: Reason): number => because.push({ order: cited.order, reason });
  const blame = (cited: Cited, reason: Reason): void => {
    blamed.push(cited);
    against.push({ order: cited.order, reason });
  };
  for (const requirement of gate.requirements) {
    const holds = requirement.holds(c);
    if (holds === no) {
      blame(requirement, reasonOf(requirement, "fails", c, requirement.detail?.(c)));
    } else if (holds === yes && requirement.isInScope(c) === yes) {
      cite(requirement, reasonOf(requirement, "holds", c, requirement.detail?.(c)));
    }
  }
  const windows = weighWindows(gate.windows, c);
  windows.open.forEach((window) => {
    cite(window, reasonOf(window, "holds", c));
  });
  windows.shut.forEach(([window, verdict]) => {
    blame(window, reasonOf(window, verdict, c));
  });
  weighRenewals(gate.renewals ?? [], c, cite, blame);
  for (const note of gate.notes) {
    if (note.concerns(c) !== no) {
      cite(note, reasonOf(note, "not-coded", c, note.detail));
    }
  }
  const shown = outcome === "refused" ? windows.shut.map(([window]) => window) : windows.open;
  const deadlines = [...shown.map((window) => window.deadline(c)), ...gate.duties.map((duty) => duty(c))];
  return {
    because: inOrder(because).map(({ reason }) => reason),
    against: inOrder(against).map(({ reason }) => reason),
    fee: null,
    uses: null,
    returns: null,
    deadlines: deadlines.filter((deadline) => deadline !== undefined),
    doors: outcome === "refused" ? doorsOf(inOrder(blamed), c) : [],
    blamed,
  };
}

/** The window that helps; if none does, those that have passed; if none was ever meant for the case, all of them. */
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

function weighRenewals(
  renewals: readonly Renewal[],
  c: Case,
  cite: (cited: Cited, reason: Reason) => void,
  blame: (cited: Cited, reason: Reason) => void,
): void {
  const open = renewals.filter((renewal) => renewal.isOpen(c) === yes);
  for (const renewal of open) {
    cite(renewal, reasonOf(renewal, "holds", c, renewal.detail(c)));
  }
  const meant = renewals.filter((renewal) => renewal.isMeant(c) !== no);
  for (const renewal of meant.length > 0 ? meant : renewals) {
    if (open.length === 0 && renewal.isOpen(c) === no) {
      blame(renewal, reasonOf(renewal, "fails", c));
    }
  }
}
