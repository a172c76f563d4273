import { correctionsOf } from "../../../money/index.ts";
import { IdParams, PageQuery, page, read, shape, wrongCursor } from "../../../platform/index.ts";
import { resellerInSight } from "../resellerInSight.ts";
import { CorrectionSchema, correctionView } from "./correctionShape.ts";

const DEFAULT_LIMIT = 100;

/** GET /v1/resellers/{id}/corrections: the newest first. A cursor is the number of the last one shown. */
export const listCorrections = read({
  route: "GET /v1/resellers/{id}/corrections",
  permission: "balance.read",
  summary: "Lists changes of a reseller's balance by hand, the newest first.",
  params: IdParams,
  query: shape(PageQuery),
  reply: page(CorrectionSchema),
  csv: true,
  async run(db, { id, after, limit = DEFAULT_LIMIT }) {
    if (after !== undefined && !/^[1-9]\d{0,8}$/.test(after)) {
      throw wrongCursor();
    }
    const { resellerId } = await resellerInSight(db, id, db.caller);
    const before = after === undefined ? null : Number(after);
    const found = await correctionsOf(db, resellerId, before, limit + 1);
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      data: shown.map(correctionView),
      nextCursor: found.length > limit && last !== undefined ? String(last.no) : null,
    };
  },
});
