import { checkText } from "../checking/checkText.ts";
import type { TermsDocument } from "../document.ts";
import type { Report } from "../reading/report.ts";
import { checkStatute } from "./checkStatute.ts";
import { kindOf } from "./layers.ts";

/** What is laid over terms is no whole by itself: only its own text and what it may say are looked at. */
export function checkLayer(document: TermsDocument, report: Report): void {
  const kind = kindOf(document.front);
  if (kind !== "translation") {
    checkText(document, report);
  }
  if (kind === "statute") {
    checkStatute(document, report);
  }
}
