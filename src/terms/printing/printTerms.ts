import type { ClauseText, Section, TermsDocument } from "../document.ts";
import { type FigureOf, figuresOf, fillFigures } from "../figures.ts";
import { escaped, type Fill, htmlOf } from "./html.ts";
import { textOf } from "./text.ts";
import { translatedSections } from "./translated.ts";

export interface PrintOptions {
  /** The words of another language; figures and rules stay those of the document. */
  readonly translation?: TermsDocument;
}

/**
 * The customer's text with figures filled in: as a piece of HTML with an anchor for each clause, and as
 * plain text.
 */
export function printTerms(
  document: TermsDocument,
  { translation }: PrintOptions = {},
): { readonly html: string; readonly text: string } {
  const figureOf = figuresOf(document);
  const sections = translation === undefined ? document.sections : translatedSections(document, translation);
  const language = translation === undefined ? "" : ` lang="${escaped(translation.front.language)}"`;
  const html: string[] = [`<article class="terms"${language}>\n`];
  const text: string[] = [];
  for (const section of sections) {
    const fill = fillOf(section, figureOf);
    html.push(headingHtml(section, fill), ...section.prose.map((node) => htmlOf(node, fill)));
    text.push(headingText(section, fill), ...section.prose.map((node) => textOf(node, fill)));
  }
  html.push("</article>\n");
  return { html: html.join(""), text: `${text.join("").trimEnd()}\n` };
}

/** The clauses one by one, for receipts and pages that show a few of them. */
export function clauseTexts(document: TermsDocument): readonly ClauseText[] {
  const figureOf = figuresOf(document);
  return document.clauses.map((clause) => {
    const fill = fillOf(clause, figureOf);
    return {
      id: clause.id,
      number: clause.number,
      title: fill(clause.title),
      level: clause.level,
      html: clause.prose.map((node) => htmlOf(node, fill)).join(""),
      source: clause.source,
      settled: clause.settled,
      ...(clause.layer === undefined ? {} : { layer: clause.layer }),
    };
  });
}

const fillOf =
  (section: Section, figureOf: FigureOf): Fill =>
  (text) =>
    fillFigures(text, section.id, figureOf);

const numbered = ({ number, title }: Section, fill: Fill): string =>
  number === "" ? fill(title) : `${number} ${fill(title)}`;

function headingHtml(section: Section, fill: Fill): string {
  if (section.title === "") {
    return "";
  }
  const id = section.id === null ? "" : ` id="${escaped(section.id)}"`;
  return `<h${section.level}${id}>${escaped(numbered(section, fill))}</h${section.level}>\n`;
}

function headingText(section: Section, fill: Fill): string {
  if (section.title === "") {
    return "";
  }
  const title = numbered(section, fill);
  const under = section.level === 1 ? "=" : "-";
  return section.level <= 2 ? `${title}\n${under.repeat(title.length)}\n\n` : `${title}\n\n`;
}
