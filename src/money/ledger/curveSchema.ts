import { Type } from "typebox";
import { shape } from "../../platform/index.ts";
import { WHOLE } from "./curves.ts";

const Weight = Type.Integer({ minimum: 0, maximum: 1_000_000_000 });
const Share = Type.Integer({ minimum: 0, maximum: WHOLE });

/** A curve as it is set and shown. Points are in ten-thousandths of the period and of the amount. */
export const CurveSchema = Type.Union([
  shape({ kind: Type.Enum(["straight_line", "rule_of_78", "reverse_rule_of_78"]) }),
  shape({
    kind: Type.Literal("expected_cost"),
    /** What each of equally long parts of the period is expected to cost. */
    weights: Type.Array(Weight, { minItems: 1, maxItems: 600 }),
  }),
  shape({
    kind: Type.Literal("custom"),
    points: Type.Array(shape({ passed: Share, earned: Share }), { minItems: 1, maxItems: 600 }),
  }),
]);
