import { Type } from "typebox";
import {
  Instant,
  PageQuery,
  page,
  publicId,
  type ReadContext,
  read,
  readPublicId,
  shape,
  wrongCursor,
} from "../../platform/index.ts";
import { pageOfWaiting, reportedAt } from "./waitingStore.ts";

const DEFAULT_LIMIT = 50;

const WaitingCase = shape({
  claimId: Type.String(),
  serial: Type.String(),
  model: Type.String(),
  region: Type.String(),
  channel: Type.String(),
  openedAt: Instant,
  centre: Type.Optional(Type.String()),
});

/** GET /v1/unit-waits: paid cases with no unit set aside, the one reported first at first. */
export const listWaits = read({
  route: "GET /v1/unit-waits",
  permission: "pool.read",
  summary: "Lists the cases that wait for a spare unit, the oldest first.",
  query: shape({
    ...PageQuery,
    model: Type.Optional(Type.String({ maxLength: 60 })),
    region: Type.Optional(Type.String({ maxLength: 60 })),
  }),
  reply: page(WaitingCase),
  csv: true,
  run: async (db, { after, limit = DEFAULT_LIMIT, model = null, region = null }) => {
    const found = await pageOfWaiting(db, ...(await placeOf(db, after)), model, region, limit + 1);
    const shown = found.slice(0, limit).map(({ deviceId, claimNo, openedAt, centreId, ...rest }) => ({
      ...{ claimId: publicId("clm", deviceId, claimNo), ...rest, openedAt: openedAt.toString() },
      ...(centreId === null ? {} : { centre: publicId("cen", centreId) }),
    }));
    return { data: shown, nextCursor: found.length > limit ? (shown.at(-1)?.claimId ?? null) : null };
  },
});

async function placeOf(db: ReadContext, after: string | undefined): Promise<readonly unknown[]> {
  if (after === undefined) {
    return [null, null, null];
  }
  const { rootId, no } = readPublicId("clm", after) ?? {};
  const last = rootId === undefined || no === undefined ? undefined : await reportedAt(db, rootId, no);
  if (last === undefined) {
    throw wrongCursor();
  }
  return [last.openedAt, rootId, no];
}
