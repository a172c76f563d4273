import type { Requirement } from "../compiling/cited.ts";
import type { Duty, Note } from "../compiling/notes.ts";
import type { Renewal } from "../compiling/renewals.ts";
import type { Transfer } from "../compiling/transfers.ts";
import { helping, type Window } from "../compiling/windows.ts";
import type { Outcome } from "../receipt.ts";
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
  weighBans(gate.transfers ?? [], c, weighed);
  if (outcome !== "refused") {
    weighReviews(gate, outcome, c, weighed);
  }
  const failing = [...weighed.blamed];
  const windows = weighWindows(gate.windows, c);
  windows.open.forEach((window) => {
    weighed.hold(window);
  });
  windows.shut.forEach(([window, verdict]) => {
    weighed.blame(window, verdict);
  });
  const renewals = weighWays(gate.renewals ?? [], (renewal) => renewal.detail(c), c, weighed);
  const moves = (gate.transfers ?? []).filter(({ forbids }) => !forbids);
  weighWays(moves, (transfer) => transfer.detail, c, weighed);
  weighed.notes(gate.notes);
  const shown = outcome === "refused" ? windows.shut.map(([window]) => window) : windows.open;
  const deadlines = [
    ...shown.map((window) => window.deadline(c)),
    ...renewals.map((renewal) => renewal.deadline(c)),
    ...weighDuties(gate.duties, c, weighed),
  ];
  const alternatives = weighed.blamed.slice(failing.length);
  return {
    because: weighed.because,
    against: weighed.against,
    fee: null,
    uses: null,
    returns: null,
    deadlines: deadlines.filter((deadline) => deadline !== undefined),
    doors: outcome === "refused" || outcome === "hold" ? doorsOf(inOrder(weighed.blamed), c) : [],
    obstacles: alternatives.length === 0 ? [failing] : alternatives.map((each) => [...failing, each]),
  };
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
 * them.
 */
function weighWindows(
  every: readonly Window[],
  c: Case,
): { open: readonly Window[]; shut: readonly (readonly [Window, "passed" | "fails"])[] } {
  // One that an annex or a statute brings is not there for other cases.
  const windows = every.filter(({ exists }) => exists === undefined || exists(c) !== no);
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

/** Those that are open; if none is, those that were meant for the case, or else all of them. Says which. */
function weighWays<W extends Renewal | Transfer>(
  ways: readonly W[],
  detailOf: (way: W) => Readonly<Record<string, unknown>>,
  c: Case,
  weighed: Weighing,
): readonly W[] {
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
