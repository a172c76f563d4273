import type { Job, Module } from "../../platform/index.ts";
import { nightFalls, reconcileNight } from "./nightFalls.ts";
import { reconcileParty } from "./reconcileParty.ts";

export { causeOf, moneyCauses } from "./causes.ts";
export { partyKinds } from "./comparison.ts";
export { dayOf, daysBetween, startOf } from "./days.ts";
export { type Difference, DifferenceSchema, differenceView } from "./difference.ts";
export { askSettlement, endDifference, lockDifference } from "./differenceStore.ts";
export { digestId, lineIdOf } from "./ids.ts";
export { listDifferences } from "./listDifferences.ts";
export { listReconciliations, showReconciliation } from "./listReconciliations.ts";
export { listReportLines } from "./listReportLines.ts";
export { listReports } from "./listReports.ts";
export { listTariffs } from "./listTariffs.ts";
export { listTies } from "./listTies.ts";
export { type ModeStatus, ModeStatusSchema, missingWords, showStatus, statusNow } from "./modeStatus.ts";
export { postCorrection } from "./postCorrection.ts";
export { type RawRow, type RowFault, readCsv, readNdjson } from "./readCsv.ts";
export { readLines } from "./readLines.ts";
export { ReportSchema, reportView } from "./report.ts";
export { insertReport, linesKnown, reportOf } from "./reportStore.ts";
export { insertTariff } from "./runStore.ts";
export { showDifference } from "./showDifference.ts";
export type { CodesSold, SentParcel } from "./soldAndSent.ts";
export { takeLines } from "./takeLines.ts";
export { watchDifferences } from "./watchDifferences.ts";
export type { CodesAsked, CodeTie, ParcelsAsked, Witness } from "./witness.ts";
export { reconcileNight };

/** What others say they did, compared with what we have: every night, and when a report comes in. */
export const nights: Required<Pick<Module, "jobs" | "deadlines">> = {
  jobs: [reconcileNight as unknown as Job<never>, reconcileParty as unknown as Job<never>],
  deadlines: [nightFalls],
};
