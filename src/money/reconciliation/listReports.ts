import { Type } from "typebox";
import { PageQuery, page, read, shape } from "../../platform/index.ts";
import { cursorAfter, readCursor } from "../pageCursor.ts";
import { partyKinds } from "./comparison.ts";
import { ReportSchema, reportView } from "./report.ts";
import { pageOfReports } from "./reportStore.ts";

/** GET /v1/reports: what was sent and fetched, the newest first. */
export const listReports = read({
  route: "GET /v1/reports",
  permission: "reconciliation.read",
  summary: "Lists the reports that were taken in, the newest first",
  query: shape({
    ...PageQuery,
    kind: Type.Optional(Type.Enum([...partyKinds])),
    party: Type.Optional(Type.String({ maxLength: 80 })),
  }),
  reply: page(ReportSchema),
  csv: true,
  async run(db, { limit = 50, after, kind = null, party = null }) {
    const [at, reportId = null] = readCursor(after, /^([0-9a-z]{26})$/);
    const rows = await pageOfReports(db, kind, party, at, reportId, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const isMore = rows.length > limit && last !== undefined;
    return {
      data: shown.map(reportView),
      nextCursor: isMore ? cursorAfter(last.madeAt, last.reportId) : null,
    };
  },
});
