import { compileRequirements } from "../compiling/requirements.ts";
import { compileWays } from "../compiling/ways.ts";
import type { Case } from "../deciding/case.ts";
import type { Decision, TermsDocument } from "../document.ts";
import type { Facts } from "../facts.ts";
import { no, yes } from "../truth.ts";
import type { Edit } from "./edits.ts";
import type { Judge } from "./judge.ts";

/** Kinds that leave an answer alone as soon as they have nothing against it. */
const silent: ReadonlySet<string> = new Set(["require", "evidence", "exclude", "except"]);

/**
 * Tells when two documents must give the same answer whatever else is true: every requirement that was edited
 * holds, and no exclusion that was edited applies. Undefined when other things were edited as well.
 */
export function agreementOf(
  decision: Decision,
  before: Judge,
  after: Judge,
  edits: readonly Edit[],
): ((facts: Facts) => boolean) | undefined {
  const touched = touchedBy(edits, [before.document, after.document]);
  if (touched === undefined) {
    return undefined;
  }
  const sides = [before, after].map((judge) => ({ judge, tests: testsOf(touched, decision, judge) }));
  return (facts) =>
    sides.every(({ judge, tests }) => {
      const c = judge.case(facts);
      return tests.every((isSilent) => isSilent(c));
    });
}

/** The clauses that were edited, and for an exception what it is of. */
function touchedBy(
  edits: readonly Edit[],
  documents: readonly TermsDocument[],
): ReadonlySet<string> | undefined {
  const ids = new Set<string>();
  const clauses = documents.flatMap((document) => document.clauses);
  for (const { clause: id } of edits) {
    const edited = clauses.filter((clause) => clause.id === id);
    const isSilent = edited.every(({ rule, tables }) => silent.has(rule?.kind ?? "") && tables.length === 0);
    if (id === null || !isSilent) {
      return undefined;
    }
    ids.add(id);
    for (const { rule } of edited) {
      if (rule?.kind === "except") {
        ids.add(rule.of);
      }
    }
  }
  return ids;
}

function testsOf(touched: ReadonlySet<string>, decision: Decision, judge: Judge): ((c: Case) => boolean)[] {
  const ways = decision === "coverage" ? compileWays(judge.context) : [];
  const requirements =
    decision === "coverage"
      ? ways.flatMap(({ hard, curable }) => [...hard, ...curable])
      : compileRequirements(decision, undefined, judge.context);
  const exclusions = ways.flatMap((way) => way.exclusions);
  return [
    ...requirements.filter(({ id }) => touched.has(id)).map((each) => (c: Case) => each.holds(c) === yes),
    ...exclusions.filter(({ id }) => touched.has(id)).map((each) => (c: Case) => each.applies(c) === no),
  ];
}
