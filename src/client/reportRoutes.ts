import type { ReportActs } from "./reportActs.ts";

/** Where what stands before and around a case is served. */
export const reportRoutes = {
  askReport: "POST /v1/claims/questions",
  keepReportDraft: "PUT /v1/devices/{id}/report-draft",
  readReportDraft: "GET /v1/devices/{id}/report-draft",
  dropReportDraft: "POST /v1/devices/{id}/report-draft/removal",
  mailReportDraft: "POST /v1/devices/{id}/report-draft/link",
  listReportDrafts: "GET /v1/report-drafts",
  findReportable: "GET /v1/reportable-devices",
  listGuides: "GET /v1/guides",
  showGuide: "GET /v1/guides/{id}",
  addGuide: "POST /v1/guides",
  reviseGuide: "PUT /v1/guides/{id}",
  publishGuide: "POST /v1/guides/{id}/publication",
  retireGuide: "POST /v1/guides/{id}/retirement",
  answerGuide: "POST /v1/guides/{id}/answers",
  showPacking: "GET /v1/claims/{id}/packing",
  tellSending: "POST /v1/claims/{id}/sending",
  answerCase: "POST /v1/claims/{id}/answer",
  showCaseAnswer: "GET /v1/claims/{id}/answer",
  listCaseAnswers: "GET /v1/case-answers",
  countCaseAnswers: "GET /v1/case-answers/centres",
} as const satisfies { [Name in keyof ReportActs]: ReportActs[Name]["route"] };
