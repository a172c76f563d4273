import { Type } from "typebox";
import { PageQuery, page, publicId, read, readPublicId, shape, wrongCursor } from "../../platform/index.ts";
import { ErrorReportView, errorReportView, reportStates } from "./errorReport.ts";
import { pageOfErrorReports } from "./errorReportStore.ts";

const DEFAULT_LIMIT = 50;

/** GET /v1/error-reports: what people say is wrong on pages of products, the newest first. */
export const listErrorReports = read({
  route: "GET /v1/error-reports",
  permission: "product.read",
  summary: "Lists what people reported as wrong on pages of products, the newest first",
  query: shape({
    ...PageQuery,
    state: Type.Optional(Type.Enum([...reportStates])),
    sku: Type.Optional(Type.String({ maxLength: 60 })),
  }),
  reply: page(ErrorReportView),
  csv: true,
  async run(db, { state, sku, after, limit = DEFAULT_LIMIT }) {
    const before = after === undefined ? undefined : readPublicId("err", after);
    if (after !== undefined && before?.no === undefined && before?.rootId === undefined) {
      throw wrongCursor();
    }
    const found = await pageOfErrorReports(db, before?.rootId ?? "", state, sku || undefined, limit + 1);
    const reports = found.slice(0, limit);
    const last = reports.at(-1);
    return {
      data: reports.map(errorReportView),
      nextCursor: found.length > limit && last !== undefined ? publicId("err", last.reportId) : null,
    };
  },
});
