import { Type } from "typebox";
import { accepted, act, IdParams, line, notFound, readPublicId, shape } from "../../platform/index.ts";
import {
  closeReport,
  ErrorReportView,
  errorReportOf,
  errorReportView,
  lockErrorReport,
} from "../errorReports/index.ts";
import { refuse } from "../refusals.ts";

/** POST /v1/error-reports/{id}/closure: it was answered, or the page was mended. */
export const closeErrorReport = act({
  route: "POST /v1/error-reports/{id}/closure",
  permission: "product.keep",
  summary: "Closes a report of an error: answered, or mended on the page",
  params: IdParams,
  body: shape({ outcome: Type.Enum(["answered", "mended"]), answer: line(1_000) }),
  reply: ErrorReportView,
  async run(tx, { id, outcome, answer }, at) {
    const key = readPublicId("err", id);
    const held =
      key?.no === undefined && key !== undefined ? await lockErrorReport(tx, key.rootId) : undefined;
    if (held === undefined) {
      throw notFound("report");
    }
    if ((await closeReport(tx, held.reportId, outcome, answer, at, tx.caller.id)) === 0) {
      return refuse("report_closed");
    }
    tx.record(held.reportId, [{ type: "ErrorReportClosed", outcome, answer }]);
    const report = await errorReportOf(tx, held.reportId);
    return accepted(errorReportView(report as NonNullable<typeof report>));
  },
});
