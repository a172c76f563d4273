import { rulesOf, type TermsDocument } from "../document.ts";
import type { Report } from "../reading/report.ts";
import type { HoldRule } from "../rules.ts";
import type { Condition } from "../tests.ts";
import { parseInstant } from "../time/civil.ts";
import { type Duration, deadlineAfter, printDuration } from "../time/duration.ts";
import { zoneNamed } from "../time/zone.ts";
import { boxOf, meeting } from "./box.ts";

/**
 * A hold that the card forgets before the return is due holds nothing when it is needed. Who has a duty to
 * authorise it anew (one that runs from the same instant) knows that.
 */
export function checkHolds(document: TermsDocument, report: Report): void {
  const knowing = new Set(rulesOf(document, "duty").map(({ rule }) => rule.of));
  for (const { clause, rule } of rulesOf(document, "hold")) {
    if (rule.lasts === undefined || knowing.has(rule.of ?? "claim.heldAt")) {
      continue;
    }
    const longer = rulesOf(document, "return").find(
      ({ rule: { within, when } }) =>
        within !== undefined && endsBefore(rule.lasts, within) && meeting(boxOf(scopeOf(rule)), boxOf(when)),
    );
    if (longer?.rule.within !== undefined) {
      report.enter(clause.id);
      const [held, given] = [printDuration(rule.lasts), printDuration(longer.rule.within)];
      const times = `${held} and "${longer.clause.id}" gives ${given}`;
      const message = `The hold lasts ${times}: say in a duty who authorises it anew.`;
      const witness = meeting(boxOf(scopeOf(rule)), boxOf(longer.rule.when));
      report.error("hold_ends_early", rule.place, message, witness);
    }
  }
}

/** The cases that leave a deposit. */
function scopeOf({ when, channel, place }: HoldRule): Condition {
  const is = { test: "one-of", values: channel ?? [] } as const;
  const served: Condition = { kind: "fact", fact: "claim.channel", is, place };
  return { kind: "all", of: [...(when === null ? [] : [when]), ...(channel === undefined ? [] : [served])] };
}

/** As if both ran from the same noon of a day from which all months are long. */
function endsBefore(hold: Duration | undefined, within: Duration): boolean {
  const zone = zoneNamed("UTC");
  const noon = parseInstant("2025-07-01T12:00:00Z");
  return (
    hold !== undefined &&
    zone !== undefined &&
    noon !== undefined &&
    deadlineAfter(noon, hold, zone) < deadlineAfter(noon, within, zone)
  );
}
