import { rulesOf, type TermsDocument } from "../document.ts";
import { placeIn } from "../reading/origins.ts";
import type { Report } from "../reading/report.ts";
import type { HoldRule } from "../rules.ts";
import type { Condition } from "../tests.ts";
import { formatInstant, parseInstant } from "../time/civil.ts";
import { type Duration, deadlineAfter, printDuration } from "../time/duration.ts";
import { zoneNamed } from "../time/zone.ts";
import { mayMeet } from "./box.ts";
import { CaseSearch, caseWith, isCase } from "./caseSearch.ts";

/**
 * A hold that the card forgets before the return is due holds nothing when it is needed. Who has a duty to
 * authorise it anew (one that runs from the same instant) knows that.
 */
export function checkHolds(document: TermsDocument, report: Report): void {
  const knowing = new Set(rulesOf(document, "duty").map(({ rule }) => rule.of));
  for (const { clause, rule } of rulesOf(document, "hold")) {
    if (rule.lasts !== undefined && !knowing.has(rule.of ?? heldAt)) {
      report.enter(clause.id);
      checkHold(rule, rule.lasts, document, report);
    }
  }
}

const heldAt = "claim.heldAt";

function checkHold(rule: HoldRule, lasts: Duration, document: TermsDocument, report: Report): void {
  const scope = { when: scopeOf(rule), presume: rule.presume };
  const search = CaseSearch.in(document);
  for (const { clause, rule: back } of rulesOf(document, "return")) {
    const { within } = back;
    if (within !== undefined && endsBefore(lasts, within) && mayMeet(scope.when, back.when)) {
      const starts = [rule.of ?? heldAt, back.of ?? "claim.shippedAt"].map((name) => [name, noon] as const);
      const found = search.find([scope, back], caseWith({}, ...starts));
      if (isCase(found)) {
        const [held, given] = [printDuration(lasts), printDuration(within)];
        const message =
          `The hold lasts ${held} and "${clause.id}" gives ${given}. ` +
          "Add a duty that says who authorises it anew, from the same instant.";
        const witness = caseWith(found, ["at", formatInstant(endOf(lasts) + 1000)]);
        report.error("hold_ends_early", placeIn(rule, "lasts"), message, witness);
        return;
      }
    }
  }
}

/** The cases that leave a deposit. */
function scopeOf({ when, channel, place }: HoldRule): Condition {
  const is = { test: "one-of", values: channel ?? [] } as const;
  const served: Condition = { kind: "fact", fact: "claim.channel", is, place };
  return { kind: "all", of: [...(when === null ? [] : [when]), ...(channel === undefined ? [] : [served])] };
}

/** Noon of a day from which all months are long. */
const noon = "2025-07-01T12:00:00Z";

/** As if both ran from the same moment. */
const endsBefore = (hold: Duration, within: Duration): boolean => endOf(hold) < endOf(within);

function endOf(duration: Duration): number {
  const zone = zoneNamed("UTC");
  const start = parseInstant(noon);
  return zone === undefined || start === undefined ? 0 : deadlineAfter(start, duration, zone);
}
