import type { Module } from "../platform/index.ts";
import { endReconcileMode, endReconcileModeBy } from "./endReconcileMode/endReconcileMode.ts";
import {
  listDifferences,
  listReconciliations,
  listReportLines,
  listReports,
  listTariffs,
  listTies,
  nights,
  showDifference,
  showReconciliation,
  showStatus,
} from "./reconciliation/index.ts";
import { setTariff } from "./setTariff/setTariff.ts";
import { settleDifference } from "./settleDifference/settleDifference.ts";
import { startReconcileMode, startReconcileModeBy } from "./startReconcileMode/startReconcileMode.ts";
import { takeReport } from "./takeReport/takeReport.ts";

export {
  endReconcileMode,
  endReconcileModeBy,
  nights,
  setTariff,
  settleDifference,
  startReconcileMode,
  startReconcileModeBy,
  takeReport,
};

/** All that may be asked of reports, differences, and the time in which the world outside is matched. */
export const reconciliationRoutes: Module["routes"] = [
  takeReport,
  listReports,
  listReportLines,
  setTariff,
  listTariffs,
  listReconciliations,
  showReconciliation,
  listDifferences,
  showDifference,
  settleDifference,
  listTies,
  showStatus,
  startReconcileMode,
  endReconcileMode,
];
