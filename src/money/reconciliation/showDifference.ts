import { Type } from "typebox";
import { IdParams, notFound, read, readPublicId, shape } from "../../platform/index.ts";
import { DifferenceSchema, differenceView } from "./difference.ts";
import { differenceOf } from "./differenceStore.ts";
import { ReportLineSchema, reportLineView } from "./reportLine.ts";
import { shownLine } from "./reportStore.ts";
import { SideSchema } from "./sides.ts";

/** GET /v1/differences/{id}: one difference, what each side says, and their line as it is told now. */
export const showDifference = read({
  route: "GET /v1/differences/{id}",
  permission: "reconciliation.read",
  summary: "Shows one difference: what they say, what we have, and their line",
  params: IdParams,
  reply: shape({
    difference: DifferenceSchema,
    /** As it was found. */
    sides: Type.Array(SideSchema),
    line: Type.Union([ReportLineSchema, Type.Null()]),
  }),
  async run(db, { id }) {
    const difference = await differenceOf(db, readPublicId("dif", id)?.rootId ?? "");
    if (difference === undefined) {
      throw notFound("difference");
    }
    const { lineId, sides } = difference;
    const line = lineId === null ? undefined : await shownLine(db, lineId);
    return {
      ...{ difference: differenceView(difference), sides: [...sides] },
      line: line === undefined ? null : reportLineView(line),
    };
  },
});
