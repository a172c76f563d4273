import type { TermsDocument } from "../document.ts";
import { placeIn } from "../reading/origins.ts";
import type { Report } from "../reading/report.ts";
import { checkAnnex } from "./checkAnnex.ts";
import { checkAnnexed } from "./checkAnnexed.ts";
import { checkTranslation } from "./checkTranslation.ts";
import { assemble, kindOf } from "./layers.ts";

/** What can only be seen with the documents beside it: of an annex, a translation, what names a statute. */
export function checkSiblings(
  document: TermsDocument,
  siblings: readonly TermsDocument[],
  report: Report,
): void {
  const { front } = document;
  const kind = kindOf(front);
  const { base, annexes, overlays } = assemble(siblings, document);
  if (kind === "programme") {
    const found = overlays.map((statute) => statute.front.terms);
    for (const name of front.overlays.filter((each) => !found.includes(each))) {
      const message = `No statute is called "${name}". Write one of those in statutes, or leave it out.`;
      report.error("overlay_unknown", placeIn(front, "overlays", name), message);
    }
  } else if (kind !== "statute" && kindOf(base.front) !== "programme") {
    const version = front.annex?.of ?? front.translates;
    report.error(
      "base_missing",
      front.annex === null ? placeIn(front, "translates") : placeIn(front, "annex", "of"),
      `There is no version ${version} of ${front.terms} beside this document. Name one that is there.`,
    );
  } else if (kind === "annex") {
    checkAnnex(document, base, annexes, report);
    if (!report.hasErrors) {
      checkAnnexed(document, base, report);
    }
  } else if (kind === "translation") {
    checkTranslation(document, base, report);
  }
}
