export { ErrorReportView, errorReportView, errorSubjects, reportStates } from "./errorReport.ts";
export { closeReport, errorReportOf, insertErrorReport, lockErrorReport } from "./errorReportStore.ts";
export { listErrorReports } from "./listErrorReports.ts";
