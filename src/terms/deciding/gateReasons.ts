import type { Obstacle, Requirement } from "../compiling/cited.ts";
import type { Duty, Note } from "../compiling/notes.ts";
import type { Renewal } from "../compiling/renewals.ts";
import type { Transfer } from "../compiling/transfers.ts";
import { helping, type Window } from "../compiling/windows.ts";
import type { Deadline, Outcome } from "../receipt.ts";
import { no, yes } from "../truth.ts";
import type { Case } from "./case.ts";
import { weighDuties } from "./duties.ts";
import type { Explanation } from "./program.ts";
import { doorsOf, inOrder, Weighing } from "./reasons.ts";

/** A decision that is allowed or refused: offer, activation, renewal, transfer. */
export interface Gate {
  readonly requirements: readonly Requirement[];
  /** What lets a person look first when it fails; it never refuses. */
  readonly reviews: readonly Requirement[];
  readonly windows: readonly Window[];
  readonly renewals: readonly Renewal[] | undefined;
  readonly transfers: readonly Transfer[] | undefined;
  /** The transfers that are ways, and no bans. */
  readonly moves: readonly Transfer[];
  readonly notes: readonly Note[];
  readonly duties: readonly Duty[];
}

/**
 * Why a gate is open, shut, or waits for a person. Of a shut gate only what shuts it matters: what holds
 * beside that would not have opened it.
 */
export function explainGate(gate: Gate, c: Case, outcome: Outcome): Explanation {
  const weighed = new Weighing(c, outcome !== "refused");
  weighed.requirements(gate.requirements);
  weighBans(gate.transfers ?? none, c, weighed);
  if (outcome !== "refused") {
    weighReviews(gate, outcome, c, weighed);
  }
  const failing = weighed.blamed.length;
  const deadlines: Deadline[] = [];
  const shown = weighWindows(gate.windows, c, weighed);
  if (shown.areOpen === (outcome !== "refused")) {
    addDeadlines(deadlines, shown.windows, c);
  }
  const renewals = weighWays(gate.renewals ?? none, (renewal) => renewal.detail(c), c, weighed);
  addDeadlines(deadlines, renewals, c);
  weighWays(gate.moves, (transfer) => transfer.detail, c, weighed);
  weighed.notes(gate.notes);
  const due = weighDuties(gate.duties, c, weighed);
  return {
    because: weighed.because,
    against: weighed.against,
    fee: null,
    uses: null,
    returns: null,
    deadlines: due.length === 0 ? deadlines : [...deadlines, ...due],
    doors: outcome === "refused" || outcome === "hold" ? doorsOf(inOrder(weighed.blamed), c) : [],
    obstacles: obstaclesIn(weighed.blamed, failing),
  };
}

const none: readonly never[] = [];

/** The first so many stand in every way; each of the others in one that would have been enough by itself. */
function obstaclesIn(blamed: readonly Obstacle[], common: number): readonly (readonly Obstacle[])[] {
  if (blamed.length === common) {
    return [blamed];
  }
  const failing = blamed.slice(0, common);
  return blamed.slice(common).map((each) => [...failing, each]);
}

function addDeadlines(deadlines: Deadline[], clauses: readonly Pick<Window, "deadline">[], c: Case): void {
  for (const clause of clauses) {
    const deadline = clause.deadline(c);
    if (deadline !== undefined) {
      deadlines.push(deadline);
    }
  }
}

/** One that fails lets somebody look first; those that pass beside it do not matter then. */
function weighReviews({ reviews }: Gate, outcome: Outcome, c: Case, weighed: Weighing): void {
  if (outcome !== "hold") {
    weighed.requirements(reviews);
    return;
  }
  for (const review of reviews) {
    if (review.holds(c) === no) {
      weighed.cite(review, "fails", review.detail?.(c));
      weighed.blame(review, "fails", review.detail?.(c));
    }
  }
}

function weighBans(transfers: readonly Transfer[], c: Case, weighed: Weighing): void {
  for (const ban of transfers) {
    if (ban.forbids && ban.isMeant(c) === yes) {
      weighed.blame(ban, "fails", ban.detail);
    }
  }
}

/**
 * The window that helps; if none does, those that have passed; if none was ever meant for the case, all of
 * them. Says which.
 */
function weighWindows(
  every: readonly Window[],
  c: Case,
  weighed: Weighing,
): { readonly areOpen: boolean; readonly windows: readonly Window[] } {
  const open = helping(every, c);
  if (open !== undefined) {
    weighed.hold(open);
    return { areOpen: true, windows: [open] };
  }
  // One that an annex or a statute brings is not there for other cases.
  const there = every.filter(({ exists }) => exists === undefined || exists(c) !== no);
  const shut = there.filter((window) => window.isOpen(c) === no);
  const passed = shut.filter((window) => window.applies(c) === yes);
  const verdict = passed.length > 0 ? "passed" : "fails";
  const all = shut.length === there.length ? shut : [];
  const windows = passed.length > 0 ? passed : all;
  for (const window of windows) {
    weighed.blame(window, verdict);
  }
  return { areOpen: false, windows };
}

/** Those that are open; if none is, those that were meant for the case, or else all of them. Says which. */
function weighWays<W extends Renewal | Transfer>(
  ways: readonly W[],
  detailOf: (way: W) => Readonly<Record<string, unknown>>,
  c: Case,
  weighed: Weighing,
): readonly W[] {
  if (ways.length === 0) {
    return ways;
  }
  const open = ways.filter((way) => way.isOpen(c) === yes);
  for (const way of open) {
    weighed.hold(way, detailOf(way));
  }
  if (open.length > 0) {
    return open;
  }
  const meant = ways.filter((way) => way.isMeant(c) !== no);
  const shut = (meant.length > 0 ? meant : ways).filter((way) => way.isOpen(c) === no);
  for (const way of shut) {
    weighed.blame(way, "fails");
  }
  return shut;
}
