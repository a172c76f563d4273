import { type Clause, type Decision, rulesOf, type TermsDocument } from "../document.ts";
import { figuresOf } from "../figures.ts";
import type { Place } from "../finding.ts";
import type { Condition } from "../tests.ts";
import { filledClause } from "./filledClause.ts";
import { both } from "./guardRule.ts";
import { kindOf, knowsForm } from "./layers.ts";
import { guarded, withSections } from "./withAnnexes.ts";

/** The statutes a version names and that know its legal form: those that are laid over it. */
export function statutesOf(
  document: TermsDocument,
  statutes: readonly TermsDocument[],
): readonly TermsDocument[] {
  // A statute by itself is law over nothing: so its own examples can be decided.
  const own = kindOf(document.front) === "statute" ? [document] : [];
  const named = statutes.filter(
    ({ front }) => document.front.overlays.includes(front.terms) && knowsForm(front, document.front),
  );
  return [...own, ...named];
}

/**
 * One document out of a version and the statutes laid over it. Each of their clauses counts for the contracts
 * the statute applies to, from its date on. Nothing of the terms is taken away, so nobody is worse off.
 */
export function withStatutes(document: TermsDocument, statutes: readonly TermsDocument[]): TermsDocument {
  return statutesOf(document, statutes).reduce((merged, statute) => {
    const own = kindOf(document.front) === "statute" ? [] : merged.sections;
    return withSections(merged, [...own, ...clausesOf(statute, document)]);
  }, document);
}

function clausesOf(statute: TermsDocument, document: TermsDocument): readonly Clause[] {
  const figureOf = figuresOf(statute);
  const condition = appliesBy(statute);
  const layer = { kind: "statute" as const, name: statute.front.terms };
  return statute.clauses.flatMap((clause) => {
    const fitting = fittedTo(document, clause);
    return fitting === undefined ? [] : [{ ...guarded(filledClause(fitting, figureOf), condition), layer }];
  });
}

/** From its first day on, by the fact that picks it, and only for whom it speaks of. */
function appliesBy({ front }: TermsDocument): Condition {
  const fromItsDate: Condition = {
    kind: "fact",
    fact: front.effective.picksBy,
    is: { test: "order", how: "not before", to: { instant: `${front.effective.from}T00:00:00Z` } },
    place: nowhere,
  };
  return front.applies === null ? fromItsDate : both(front.applies, fromItsDate);
}

const nowhere: Place = { line: 1, column: 1 };

/**
 * A window more helps only where there are windows: the first would shut out who came in before. An exception
 * to what the terms do not exclude is none.
 */
function fittedTo(document: TermsDocument, clause: Clause): Clause | undefined {
  const { rule } = clause;
  if (rule?.kind === "except") {
    const isExcluded = rulesOf(document, "exclude").some((each) => each.clause.id === rule.of);
    return isExcluded ? clause : undefined;
  }
  if (rule?.kind === "window") {
    const decision = rule.decision.filter((each) => windowed(document).includes(each));
    return decision.length === 0 ? undefined : { ...clause, rule: { ...rule, decision } };
  }
  return clause;
}

const windowed = (document: TermsDocument): readonly Decision[] =>
  rulesOf(document, "window").flatMap(({ rule }) => rule.decision);
