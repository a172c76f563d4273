import type { Clause, TermsDocument } from "../document.ts";
import { placeIn } from "../reading/origins.ts";
import type { Report } from "../reading/report.ts";
import type { Rule } from "../rules.ts";
import { isHolidayTable } from "../time/calendar.ts";

/** What is laid over terms only adds to the customer's rights, and its clauses bear its name. */
export function checkStatute(statute: TermsDocument, report: Report): void {
  const { terms: name, applies } = statute.front;
  if (applies === null) {
    report.error(
      "front_matter_key_missing",
      placeIn(statute.front),
      "A statute says whose contracts it is for. Add applies: { holder.state: US-TX }.",
    );
  }
  for (const clause of statute.clauses) {
    report.enter(clause.id);
    checkName(clause, name, report);
    const harm = clause.rule === null ? undefined : harmOf(clause.rule);
    if (harm !== undefined) {
      const place = placeIn(clause.rule ?? clause, fieldOf(clause.rule));
      const message = `${harm} could harm the customer. Leave it out, or give it to the programme.`;
      report.error("overlay_harms", place, message);
    }
    for (const table of clause.tables.filter((each) => !isHolidayTable(each))) {
      if (table.columns.some(({ isKey }) => isKey)) {
        const message =
          "A list of models, products or fees is the programme's and no statute's. Move it there.";
        report.error("overlay_table", table.place, message);
      }
    }
  }
  report.enter(undefined);
}

/** The field by which a rule of that kind could harm. */
const fieldOf = (rule: Rule | null): string =>
  ({ statute: "fee", window: "decision", duty: "if-not" })[rule?.kind as "duty"] ?? "kind";

function checkName({ id, place }: Clause, name: string, report: Report): void {
  if (!id.startsWith(`${name}.`)) {
    const message = `The id of a statute's clause begins with its name. Write ${name}.${id} for "${id}".`;
    report.error("overlay_clause_id", place, message);
  }
}

/** What of a rule could turn a yes into a no, or make something dearer; undefined when nothing could. */
function harmOf(rule: Rule): string | undefined {
  switch (rule.kind) {
    case "refund":
    case "except":
    case "note":
      return undefined;
    case "statute":
      return rule.fee === undefined || rule.fee === 0 ? undefined : "A fee for what the law gives";
    case "window":
      return rule.decision.every((each) => each === "refund" || each === "activation")
        ? undefined
        : "A window of a decision other than refund and activation";
    case "duty":
      return rule["if-not"] === "refused" || rule["if-not"] === "hold"
        ? "A duty that is asked for before anything is given"
        : undefined;
    default:
      return `A clause of kind ${rule.kind}`;
  }
}
