import { type Clause, rulesOf, type TermsDocument } from "../document.ts";
import type { Report } from "../reading/report.ts";
import type { WindowRule } from "../rules.ts";
import { printDuration } from "../time/duration.ts";
import { boxOf, meeting } from "./box.ts";

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
    if (window.rule.window?.amount === 0) {
      report.error("window_empty", window.rule.place, "The window is never open.", {
        [window.rule.from ?? ""]: "any",
      });
    }
    if (isAlwaysOpen(window.rule) && windows.some((other) => isBeside(window, other))) {
      const message =
        "The window is always open, so that no other matters: say for whom it is, or until when.";
      report.error("window_always_open", window.rule.place, message, {});
    }
    for (const other of windows.slice(0, index)) {
      checkOverlap(window, other, report);
    }
  }
}

const isAlwaysOpen = ({ from, when, unless }: WindowRule): boolean =>
  from === undefined && unless === undefined && (when === null || boxOf(when).size === 0);

/** Another window of the same decision, which the first leaves without a use. */
const isBeside = (window: Found, other: Found): boolean =>
  window !== other && window.rule.decision.some((decision) => other.rule.decision.includes(decision));

function checkOverlap({ clause, rule }: Found, other: Found, report: Report): void {
  const length = rule.window && printDuration(rule.window);
  const otherLength = other.rule.window && printDuration(other.rule.window);
  const sharesDecision = rule.decision.some((decision) => other.rule.decision.includes(decision));
  if (length === undefined || otherLength === undefined || length === otherLength || !sharesDecision) {
    return;
  }
  const isMeant =
    rule["alternative-to"]?.includes(other.clause.id) || other.rule["alternative-to"]?.includes(clause.id);
  const witness = meeting(boxOf(rule.when), boxOf(other.rule.when));
  if (rule.from === other.rule.from && !isMeant && witness !== undefined) {
    const lengths = `"${other.clause.id}" says ${otherLength} and this clause ${length}`;
    const message = `For the same case ${lengths}; say alternative-to if both are meant.`;
    report.error("windows_overlap", rule.place, message, witness);
  }
}
