import type { Annex, Clause, TermsDocument } from "../document.ts";
import type { Place } from "../finding.ts";
import { checkFigures } from "../reading/figureChecks.ts";
import { checkLinks } from "../reading/links.ts";
import type { Report } from "../reading/report.ts";
import { checkTables } from "../reading/tableChecks.ts";
import { asInAnnex } from "./withAnnexes.ts";

const top: Place = { line: 1, column: 1 };

/**
 * An annex changes what it names and nothing else, in regions the version has, and each clause by one of its
 * kind. Its names and figures are followed in the terms as they read in its regions.
 */
export function checkAnnex(
  annex: TermsDocument,
  base: TermsDocument,
  others: readonly TermsDocument[],
  report: Report,
): void {
  const changes = annex.front.annex;
  if (changes === null) {
    return;
  }
  checkRegions(changes, base, report);
  for (const clause of annex.clauses) {
    report.enter(clause.id);
    checkClause(clause, changes, base, report);
  }
  report.enter(undefined);
  checkNamed(annex, changes, base, report);
  checkOverlap(annex, others, report);
  const whole = { ...asInAnnex(base, annex), examples: annex.examples };
  checkTables(whole, report, annex);
  checkLinks(whole, report, annex);
  checkFigures(whole, report, annex);
}

function checkRegions({ regions }: Annex, base: TermsDocument, report: Report): void {
  for (const region of regions.filter((each) => !base.front.regions.has(each))) {
    report.error("region_unknown", top, `Version ${base.front.version} has no region "${region}".`);
  }
}

function checkClause(clause: Clause, { replaces, adds }: Annex, base: TermsDocument, report: Report): void {
  const { id, place } = clause;
  const replaced = base.clauses.find((each) => each.id === id);
  if (!(replaces.includes(id) || adds.includes(id))) {
    report.error("annex_stray", place, `The front matter names "${id}" neither in replaces nor in adds.`);
  } else if (adds.includes(id) && replaced !== undefined) {
    report.error("clause_twice", place, `"${id}" stands in the terms already: it is replaced, not added.`);
  } else if (replaces.includes(id) && replaced?.rule?.kind !== clause.rule?.kind) {
    const kinds = `a ${clause.rule?.kind ?? "list"} for a ${replaced?.rule?.kind ?? "list"}`;
    report.error("annex_kind", place, `A clause is replaced by one of its kind, not ${kinds}.`);
  } else if (replaces.includes(id) && clause.rule === null && replaced !== undefined) {
    report.error("annex_kind", place, `"${id}" is a list without a rule: it is the same in all regions.`);
  }
}

function checkNamed(
  { clauses }: TermsDocument,
  { replaces, adds }: Annex,
  base: TermsDocument,
  report: Report,
): void {
  const ids = clauses.map(({ id }) => id);
  for (const id of [...replaces, ...adds].filter((each) => !ids.includes(each))) {
    report.error("annex_missing", top, `The front matter names "${id}", and the annex has no such clause.`);
  }
  for (const id of replaces.filter((each) => !base.clauses.some((clause) => clause.id === each))) {
    report.error("clause_unknown", top, `Version ${base.front.version} has no clause "${id}" to replace.`);
  }
}

/** Two annexes that change one clause in one region would leave it open which counts. */
function checkOverlap(annex: TermsDocument, others: readonly TermsDocument[], report: Report): void {
  const { replaces = [], adds = [], regions = [] } = annex.front.annex ?? {};
  for (const other of others.filter((each) => each !== annex)) {
    const theirs = other.front.annex;
    const region = theirs?.regions.find((each) => regions.includes(each));
    const clause = [...(theirs?.replaces ?? []), ...(theirs?.adds ?? [])].find(
      (id) => replaces.includes(id) || adds.includes(id),
    );
    if (region !== undefined && clause !== undefined) {
      const message = `"${clause}" is changed in ${region} by ${other.front.version} as well.`;
      report.error("annex_overlap", top, message);
    }
  }
}
