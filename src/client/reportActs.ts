import type {
  askReport,
  dropReportDraft,
  findReportable,
  keepReportDraft,
  listReportDrafts,
  mailReportDraft,
  readReportDraft,
} from "../claims/index.ts";
import type {
  addGuide,
  answerCase,
  answerGuide,
  countCaseAnswers,
  listCaseAnswers,
  listGuides,
  publishGuide,
  retireGuide,
  reviseGuide,
  showCaseAnswer,
  showGuide,
  showPacking,
  tellSending,
} from "../service/index.ts";

/** What stands before and around a case, by the names it has here. */
export interface ReportActs {
  readonly askReport: typeof askReport;
  readonly keepReportDraft: typeof keepReportDraft;
  readonly readReportDraft: typeof readReportDraft;
  readonly dropReportDraft: typeof dropReportDraft;
  readonly mailReportDraft: typeof mailReportDraft;
  readonly listReportDrafts: typeof listReportDrafts;
  readonly findReportable: typeof findReportable;
  readonly listGuides: typeof listGuides;
  readonly showGuide: typeof showGuide;
  readonly addGuide: typeof addGuide;
  readonly reviseGuide: typeof reviseGuide;
  readonly publishGuide: typeof publishGuide;
  readonly retireGuide: typeof retireGuide;
  readonly answerGuide: typeof answerGuide;
  readonly showPacking: typeof showPacking;
  readonly tellSending: typeof tellSending;
  readonly answerCase: typeof answerCase;
  readonly showCaseAnswer: typeof showCaseAnswer;
  readonly listCaseAnswers: typeof listCaseAnswers;
  readonly countCaseAnswers: typeof countCaseAnswers;
}
