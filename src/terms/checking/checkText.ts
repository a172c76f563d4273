import type { Section, TermsDocument } from "../document.ts";
import type { Report } from "../reading/report.ts";

/**
 * A published document has no open question and says of each clause where it comes from; a draft is only
 * reminded.
 */
export function checkText({ front, sections }: TermsDocument, report: Report): void {
  const isPublished = front.status === "published";
  for (const section of sections) {
    report.enter(section.id ?? undefined);
    for (const { text, place } of section.open) {
      const message = `An open question: ${ended(text)} Answer it with a line that begins with Settled.`;
      if (isPublished) {
        report.error("open_question", place, message);
      } else {
        report.warning("open_question", place, message);
      }
    }
    if (lacksSource(section)) {
      const message = "The clause does not say where it comes from. Add a line that begins with Source.";
      if (isPublished) {
        report.error("source_missing", section.place, message);
      } else {
        report.warning("source_missing", section.place, message);
      }
    }
  }
}

const lacksSource = ({ id, source }: Section): boolean =>
  id !== null && (source === null || source.trim() === "");

const ended = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);
