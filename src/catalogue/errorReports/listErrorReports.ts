import { Type } from "typebox";
import { PageQuery, page, pageOfRoots, read, shape } from "../../platform/index.ts";
import { ErrorReportView, errorReportView, reportStates } from "./errorReport.ts";
import { pageOfErrorReports } from "./errorReportStore.ts";

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
  run: async (db, { state, sku, ...place }) =>
    await pageOfRoots("err", place, {
      read: (before, limit) => pageOfErrorReports(db, before, state, sku || undefined, limit),
      idOf: ({ reportId }) => reportId,
      view: errorReportView,
    }),
});
