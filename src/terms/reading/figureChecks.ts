import type { RootContent } from "mdast";
import type { Section, TermsDocument } from "../document.ts";
import { figurePattern, figuresOf } from "../figures.ts";
import { nearest } from "./nearest.ts";
import { placeIn as placeOfField } from "./origins.ts";
import type { Report } from "./report.ts";
import { placeOf, wordsOf } from "./wordsOf.ts";

const writtenOut = /(?:^|[^\w{/.])(\d[\d.,]*\s+(?:hours?|days?|weeks?|months?|years?|[A-Z]{3}))(?![\w}])/g;

/**
 * Every figure must come from somewhere, and none may be written out beside a rule it could come from. Of a
 * document laid over another only its own text is looked at.
 */
export function checkFigures(document: TermsDocument, report: Report, own: TermsDocument = document): void {
  const figureOf = figuresOf(document);
  for (const section of own.sections) {
    report.enter(section.id ?? undefined);
    for (const node of section.prose) {
      const text = wordsOf(node);
      for (const [whole, name] of text.matchAll(figurePattern)) {
        if (figureOf(section.id, name ?? "") === undefined && !restsOnFault(name ?? "", section, document)) {
          report.error("figure_unknown", placeIn(node, text, whole), noFigure(whole, name ?? "", section));
        }
      }
      reportWrittenOut(section, node, text, report);
    }
    reportUnsaidMoment(section, document, report);
  }
  report.enter(undefined);
}

/** When the plan moves to another unit is for its owner to know: some text takes the moment from the rule. */
function reportUnsaidMoment({ id, rule }: Section, { sections }: TermsDocument, report: Report): void {
  const moves = rule?.kind === "route" || rule?.kind === "statute" ? rule : undefined;
  if (moves?.rebinds !== true || moves["rebinds-at"] === undefined) {
    return;
  }
  const isSaid = sections.some((section) =>
    section.prose.some((node) =>
      [...wordsOf(node).matchAll(figurePattern)].some(
        ([, name]) => name === `${id}/rebinds-at` || (section.id === id && name === "rebinds-at"),
      ),
    ),
  );
  if (!isSaid) {
    const ways = `Write {{rebinds-at}} in this clause, or {{${id}/rebinds-at}} in another.`;
    const message = `No text says when the plan moves. ${ways}`;
    report.warning("moment_unsaid", placeOfField(moves, "rebinds-at"), message);
  }
}

/** The rule that would give the figure has faults of its own; they are enough. */
function restsOnFault(name: string, section: Section, { clauses }: TermsDocument): boolean {
  if (clauses.filter(({ id }) => id === section.id).length > 1) {
    return true;
  }
  const home = name.includes("/") ? clauses.find(({ id }) => id === name.split("/", 1)[0]) : section;
  return home?.rule === null && home.hasRule && !name.includes(" ");
}

function noFigure(whole: string, name: string, { rule }: Section): string {
  const meant = rule === null ? undefined : nearest(name, Object.keys(rule));
  const way =
    meant === undefined ? "Name a field of the clause's rule or of another's." : `Write {{${meant}}}.`;
  return `Nothing gives the figure ${whole}. ${way}`;
}

function reportWrittenOut(section: Section, node: RootContent, text: string, report: Report): void {
  if (section.rule === null || section.rule.kind === "note" || node.type === "table") {
    return;
  }
  for (const [, figure = ""] of text.matchAll(writtenOut)) {
    const message = `"${figure}" is written out beside a rule. Take it from the rule or a table, as {{…}}.`;
    report.warning("figure_written_out", placeIn(node, text, figure), message);
  }
}

function placeIn(node: RootContent, text: string, part: string): { line: number; column: number } {
  const start = placeOf(node);
  const before = text.slice(0, Math.max(0, text.indexOf(part))).split("\n");
  const column = (before.at(-1)?.length ?? 0) + 1;
  return {
    line: start.line + before.length - 1,
    column: before.length === 1 ? start.column + column - 1 : column,
  };
}
