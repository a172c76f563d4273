import type { Job, Module } from "../../platform/index.ts";
import { listDifferences } from "./listDifferences.ts";
import { listReconciliations, showReconciliation } from "./listReconciliations.ts";
import { listReports } from "./listReports.ts";
import { listTies } from "./listTies.ts";
import { endReconcileMode, showStatus, startReconcileMode } from "./modeActs.ts";
import { nightFalls, reconcileNight } from "./nightFalls.ts";
import { reconcileParty } from "./reconcileParty.ts";
import { setTariff } from "./setTariff.ts";
import { settleDifference } from "./settleDifference.ts";
import { takeReport } from "./takeReport.ts";

export { endReconcileModeBy, type ModeStatus, startReconcileModeBy, statusNow } from "./modeActs.ts";
export type { CodesSold, SentParcel } from "./soldAndSent.ts";
export { watchDifferences } from "./watchDifferences.ts";
export type { CodesAsked, CodeTie, ParcelsAsked, Witness } from "./witness.ts";

export {
  endReconcileMode,
  listDifferences,
  listReconciliations,
  listReports,
  listTies,
  setTariff,
  settleDifference,
  showReconciliation,
  showStatus,
  startReconcileMode,
  takeReport,
};

/** What others say they did, compared with what we have. */
export const reconciliation: Required<Pick<Module, "routes" | "jobs" | "deadlines">> = {
  routes: [
    takeReport,
    listReports,
    setTariff,
    listReconciliations,
    showReconciliation,
    listDifferences,
    settleDifference,
    listTies,
    showStatus,
    startReconcileMode,
    endReconcileMode,
  ],
  jobs: [reconcileNight as unknown as Job<never>, reconcileParty as unknown as Job<never>],
  deadlines: [nightFalls],
};
