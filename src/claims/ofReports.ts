import { askReport } from "./askReport/askReport.ts";
import { dropReportDraft } from "./dropReportDraft/dropReportDraft.ts";
import { findReportable } from "./findReportable.ts";
import { keepReportDraft } from "./keepReportDraft/keepReportDraft.ts";
import { listReportDrafts } from "./listReportDrafts.ts";
import { mailReportDraft } from "./mailReportDraft/mailReportDraft.ts";
import { openClaim } from "./openClaim/openClaim.ts";
import { readReportDraft } from "./readReportDraft.ts";
import { draftLapses } from "./reportDrafts/index.ts";

/** What reporting adds to the module before a claim is opened. */
export const ofReports = {
  routes: [
    openClaim,
    askReport,
    keepReportDraft,
    readReportDraft,
    mailReportDraft,
    dropReportDraft,
    listReportDrafts,
    findReportable,
  ],
  deadlines: [draftLapses],
} as const;
