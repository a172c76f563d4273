import { Type } from "typebox";
import {
  IdParams,
  notFound,
  PageQuery,
  page,
  read,
  readPublicId,
  shape,
  wrongCursor,
} from "../../platform/index.ts";
import { entries, ReportLineSchema, reportLineView } from "./reportLine.ts";
import { pageOfLines, reportOf } from "./reportStore.ts";

/** GET /v1/reports/{id}/lines: what a report was the first to tell; what is told again stays where it was. */
export const listReportLines = read({
  route: "GET /v1/reports/{id}/lines",
  permission: "reconciliation.read",
  summary: "Lists the lines that a report was the first to tell, in its order",
  params: IdParams,
  query: shape({
    ...PageQuery,
    entry: Type.Optional(Type.Enum([...entries])),
    /** Any name the line has: theirs, ours, its reference or that of its payment. */
    reference: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  }),
  reply: page(ReportLineSchema),
  csv: true,
  async run(db, { id, limit = 50, after, entry = null, reference = null }) {
    const place = readPlace(after);
    const reportId = readPublicId("rpt", id)?.rootId;
    if (reportId === undefined || (await reportOf(db, reportId)) === undefined) {
      throw notFound("report");
    }
    const rows = await pageOfLines(db, reportId, entry, reference, ...place, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const isMore = rows.length > limit && last !== undefined;
    return { data: shown.map(reportLineView), nextCursor: isMore ? `${last.lineNo}-${last.lineId}` : null };
  },
});

function readPlace(text: string | undefined): [number | null, string | null] {
  if (text === undefined) {
    return [null, null];
  }
  const [, lineNo, lineId] = /^(\d{1,9})-([0-9a-z]{26})$/.exec(text) ?? [];
  if (lineNo === undefined || lineId === undefined) {
    throw wrongCursor();
  }
  return [Number(lineNo), lineId];
}
