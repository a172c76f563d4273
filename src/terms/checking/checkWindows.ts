import { compileWindows, type Window } from "../compiling/windows.ts";
import { type Clause, type Decision, rulesOf, type TermsDocument } from "../document.ts";
import type { Facts } from "../facts.ts";
import { placeIn } from "../reading/origins.ts";
import type { Report } from "../reading/report.ts";
import type { WindowRule } from "../rules.ts";
import { formatInstant } from "../time/civil.ts";
import { printDuration } from "../time/duration.ts";
import { no, yes } from "../truth.ts";
import { mayMeet } from "./box.ts";
import { CaseSearch, caseWith, isCase } from "./caseSearch.ts";
import type { Claim } from "./claims.ts";

interface Found {
  readonly clause: Clause;
  readonly rule: WindowRule;
}

/**
 * A window must be open for a while; two that run from the same instant and end apart must say that both
 * are meant.
 */
export function checkWindows(document: TermsDocument, report: Report): void {
  const windows = rulesOf(document, "window");
  for (const [index, window] of windows.entries()) {
    report.enter(window.clause.id);
    checkLength(window, document, report);
    const other = windows.find((each) => isBeside(window, each));
    if (other !== undefined && isAlwaysOpen(window.rule, document)) {
      const message =
        "The window is always open, so that no other matters. Say in when for whom it is, or until when.";
      const witness = caseWhen([other], document, ([theirs], c) => theirs?.isOpen(c) === no);
      report.error("window_always_open", placeIn(window.rule), message, witness);
    }
    for (const each of windows.slice(0, index)) {
      checkOverlap(window, each, document, report);
    }
  }
}

function checkLength(window: Found, document: TermsDocument, report: Report): void {
  const { window: length } = window.rule;
  if (length?.amount !== 0) {
    return;
  }
  const over = length.unit === "hours" ? "as soon as it opens" : "with the day on which it opens";
  const message = `The window is over ${over}. Write how long it is open, or leave from and window out.`;
  const witness = caseWhen([window], document, ([own], c) => own?.isOpen(c) === no);
  report.error("window_empty", placeIn(window.rule, "window"), message, witness);
}

/** No instant it runs from, and no case it is not meant for. */
function isAlwaysOpen({ from, when, presume, unless }: WindowRule, document: TermsDocument): boolean {
  return (
    from === undefined &&
    unless === undefined &&
    (when === null || CaseSearch.in(document).find([{ when, presume, holds: false }]) === "none")
  );
}

/** Another window of the same decision, which the first leaves without a use. */
const isBeside = (window: Found, other: Found): boolean =>
  window !== other && sharedDecision(window, other) !== undefined;

const sharedDecision = (window: Found, other: Found): Decision | undefined =>
  window.rule.decision.find((decision) => other.rule.decision.includes(decision));

function checkOverlap(window: Found, other: Found, document: TermsDocument, report: Report): void {
  const { clause, rule } = window;
  const length = rule.window && printDuration(rule.window);
  const otherLength = other.rule.window && printDuration(other.rule.window);
  const isApart = length !== undefined && otherLength !== undefined && length !== otherLength;
  const isMeant =
    rule["alternative-to"]?.includes(other.clause.id) || other.rule["alternative-to"]?.includes(clause.id);
  const canMeet = rule.from === other.rule.from && mayMeet(rule.when, other.rule.when);
  if (!(isApart && canMeet && isBeside(window, other)) || isMeant) {
    return;
  }
  const isOneOver = ([own, theirs]: readonly Window[], c: ReturnType<CaseSearch["caseOf"]>): boolean =>
    own !== undefined &&
    theirs !== undefined &&
    own.applies(c) === yes &&
    theirs.applies(c) === yes &&
    own.isOpen(c) !== theirs.isOpen(c);
  const witness = caseWhen([window, other], document, isOneOver);
  if (witness !== undefined) {
    const lengths = `"${other.clause.id}" says ${otherLength} and this clause ${length}`;
    const message = `For one case ${lengths}. Say alternative-to: [${other.clause.id}] if both are meant.`;
    report.error("windows_overlap", placeIn(rule, "window"), message, witness);
  }
}

/** When windows begin in a witness: a Monday without a change of clocks. */
const begin = "2026-03-02T10:00:00Z";

/**
 * A case that all the windows are meant for, a second after the first of them is over, of which the engine
 * says what is asked; undefined when there is none.
 */
function caseWhen(
  windows: readonly Found[],
  document: TermsDocument,
  shows: (compiled: readonly Window[], c: ReturnType<CaseSearch["caseOf"]>) => boolean,
): Facts | undefined {
  const search = CaseSearch.in(document);
  const claims = windows.flatMap(({ rule }): Claim[] => [
    rule,
    ...(rule.unless === undefined
      ? []
      : [{ when: rule.unless, presume: rule.presume, holds: false } as const]),
  ]);
  const decision = windows[0]?.rule.decision.find((each) =>
    windows.every(({ rule }) => rule.decision.includes(each)),
  );
  const compiled = decision === undefined ? [] : compileWindows(decision, search.context);
  const own = windows.flatMap(({ clause }) => compiled.find(({ id }) => id === clause.id) ?? []);
  const [region] = document.front.regions.keys();
  const starts = windows.flatMap(({ rule }) =>
    rule.from === undefined ? [] : [[rule.from, begin] as const],
  );
  for (const given of [starts, []]) {
    const found = search.find(claims, caseWith({}, ...given));
    const placed = isCase(found) ? { region, ...found } : {};
    const ends = own.map(({ end }) => end(search.caseOf(placed))).filter((end) => Number.isFinite(end));
    const over =
      ends.length === 0 ? begin : formatInstant(Math.floor(Math.min(...(ends as number[]))) + 1000);
    const facts = isCase(found) ? caseWith(placed, ["at", over]) : undefined;
    if (facts !== undefined && shows(own, search.caseOf(facts))) {
      return facts;
    }
  }
  return undefined;
}
