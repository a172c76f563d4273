import { correctionsOf } from "../../../money/index.ts";
import { IdParams, PageQuery, page, read, shape, wrongCursor } from "../../../platform/index.ts";
import { resellerInSight } from "../resellerInSight.ts";
import { CorrectionSchema, correctionView } from "./correctionShape.ts";

/** GET /v1/resellers/{id}/corrections: the newest hundred. */
export const listCorrections = read({
  route: "GET /v1/resellers/{id}/corrections",
  permission: "balance.read",
  summary: "Lists changes of a reseller's balance by hand, the newest first, a hundred at the most.",
  params: IdParams,
  query: shape(PageQuery),
  reply: page(CorrectionSchema),
  csv: true,
  async run(db, { id, after }) {
    if (after !== undefined) {
      throw wrongCursor();
    }
    const { resellerId } = await resellerInSight(db, id, db.caller);
    return { data: (await correctionsOf(db, resellerId)).map(correctionView), nextCursor: null };
  },
});
