import { deviceRecord } from "../contracts/index.ts";
import { personsInSight, sightOf } from "../identity/index.ts";
import {
  PageQuery,
  page,
  publicId,
  type ReadContext,
  read,
  readPublicId,
  shape,
  wrongCursor,
} from "../platform/index.ts";
import {
  draftOf,
  draftView,
  pageOfOfficeDrafts,
  pageOfOwnDrafts,
  ReportDraftSchema,
  sideOf,
} from "./reportDrafts/index.ts";

const DEFAULT_LIMIT = 50;

/** GET /v1/report-drafts: reports that were begun and not sent, the newest first. */
export const listReportDrafts = read({
  route: "GET /v1/report-drafts",
  permission: "claim.open",
  summary: "Reports that were begun and not sent: an owner's own, or those the office writes for callers.",
  query: shape(PageQuery),
  reply: page(ReportDraftSchema),
  csv: true,
  run: async (db, { after, limit = DEFAULT_LIMIT }) => {
    const place = await placeOf(db, after);
    const found = await draftsAt(db, place, limit + 1);
    const shown = found.slice(0, limit);
    const records = await Promise.all(shown.map(({ deviceId }) => deviceRecord(db, { deviceId })));
    const views = shown.map(async (draft, index) => {
      const record = records[index];
      return record === undefined ? [] : [await draftView(db, draft, record)];
    });
    const last = found.length > limit ? shown.at(-1) : undefined;
    return {
      data: (await Promise.all(views)).flat(),
      nextCursor: last === undefined ? null : publicId("rdr", last.deviceId, last.no),
    };
  },
});

async function placeOf(db: ReadContext, after: string | undefined): Promise<readonly unknown[]> {
  if (after === undefined) {
    return [null, null];
  }
  const { rootId, no } = readPublicId("rdr", after) ?? {};
  const last = rootId === undefined || no !== sideOf(db) ? undefined : await draftOf(db, rootId, no);
  if (last === undefined) {
    throw wrongCursor();
  }
  return [last.keptAt, last.deviceId];
}

async function draftsAt(db: ReadContext, place: readonly unknown[], limit: number) {
  const sight = sightOf(db.caller);
  return sight.office
    ? await pageOfOfficeDrafts(db, ...place, limit)
    : await pageOfOwnDrafts(db, ...place, limit, [...(await personsInSight(db, sight))]);
}
