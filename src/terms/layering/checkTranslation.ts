import type { Clause, TermsDocument } from "../document.ts";
import { figurePattern } from "../figures.ts";
import { wayToClause } from "../reading/noSuchName.ts";
import { placeIn } from "../reading/origins.ts";
import type { Report } from "../reading/report.ts";
import { wordsOf } from "../reading/wordsOf.ts";

/** A translation has the clauses of what it translates, their figures and numbers, and no rule of its own. */
export function checkTranslation(translation: TermsDocument, base: TermsDocument, report: Report): void {
  const theirs = new Map(base.clauses.map((clause) => [clause.id, clause]));
  const own = new Set(translation.clauses.map(({ id }) => id));
  for (const clause of translation.clauses) {
    report.enter(clause.id);
    const original = theirs.get(clause.id);
    if (original === undefined) {
      const missing = `Version ${base.front.version} has no clause "${clause.id}".`;
      const message = `${missing} ${wayToClause(clause.id, base.clauses)}`;
      report.error("translation_ids", clause.place, message);
    } else {
      checkFigures(clause, original, report);
    }
    if (clause.hasRule) {
      report.error("translation_rule", clause.place, noRules);
    }
  }
  report.enter(undefined);
  for (const id of theirs.keys()) {
    if (!own.has(id)) {
      report.error(
        "translation_ids",
        placeIn(translation.front, "translates"),
        `The clause "${id}" is not translated. Add it.`,
      );
    }
  }
  for (const { place } of translation.examples) {
    report.error("translation_examples", place, noExamples);
  }
}

const noRules = "The rules of the terms count for a translation as well. Leave the rule out.";
const noExamples = "The examples of the terms count for a translation as well. Leave this one out.";

function checkFigures(clause: Clause, original: Clause, report: Report): void {
  const differing = [
    ["figures", figuresIn(clause), figuresIn(original)],
    ["numbers", numbersIn(clause), numbersIn(original)],
  ] as const;
  for (const [what, found, expected] of differing) {
    if (found.join() !== expected.join()) {
      const differ = `The ${what} are ${shown(found)}; in the terms they are ${shown(expected)}.`;
      const message = `${differ} Write the same ones.`;
      report.error("translation_figures", clause.place, message);
    }
  }
}

const shown = (items: readonly string[]): string => (items.length === 0 ? "none" : items.join(", "));

/** `{{window.amount}}` leaves the unit to the language, and is the same figure. */
function figuresIn(clause: Clause): readonly string[] {
  const names = [...textOf(clause).matchAll(figurePattern)].map(([, name = ""]) =>
    name.replace(/\.amount$/, ""),
  );
  return [...new Set(names)].sort();
}

/** Numbers written out; tables are compared as the data they are, by whoever fills them. */
function numbersIn(clause: Clause): readonly string[] {
  const found =
    textOf(clause)
      .replaceAll(figurePattern, "")
      .match(/\d+(?:[.,]\d+)*/g) ?? [];
  return [...new Set(found.map((number) => number.replaceAll(/[.,]/g, "")))].sort();
}

const textOf = ({ prose, title }: Clause): string =>
  [title, ...prose.filter((node) => node.type !== "table").map(wordsOf)].join("\n");
