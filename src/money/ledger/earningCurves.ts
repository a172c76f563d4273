import { type Static, Type } from "typebox";
import { termsInForce } from "../../catalogue/index.ts";
import {
  accepted,
  act,
  badField,
  Instant,
  line,
  PageQuery,
  page,
  read,
  shape,
  wrongCursor,
} from "../../platform/index.ts";
import { curveFault, sharesByMonth } from "./curveFault.ts";
import { CurveSchema } from "./curveSchema.ts";
import { type CurveSet, insertCurve, lockLedger, pageOfCurves } from "./curveStore.ts";
import { LEDGER } from "./earnSales.ts";

const CurveView = shape({
  programme: Type.String(),
  /** Null: every plan of the programme that has no curve of its own. */
  plan: Type.Union([Type.String(), Type.Null()]),
  no: Type.Integer(),
  curve: CurveSchema,
  /** What a plan of a year has earned by the end of each month, in ten-thousandths. */
  sharesByMonth: Type.Array(Type.Integer()),
  setAt: Instant,
  setBy: Type.String(),
});

/**
 * POST /v1/earning-curves: how plans that are sold from now on are earned. What was sold before goes on as
 * it was.
 */
export const setEarningCurve = act({
  route: "POST /v1/earning-curves",
  permission: "curve.set",
  summary: "Sets how plans that are sold from now on are earned",
  body: shape({ programme: line(120), plan: Type.Optional(line(120)), curve: CurveSchema }),
  reply: CurveView,
  status: 201,
  dryRun: true,
  async run(tx, { programme, plan, curve }, at) {
    const terms = await termsInForce(tx, programme, at);
    const plans = terms.plans().map(({ product }) => product);
    if (plan !== undefined && !plans.includes(plan)) {
      throw badField("/plan", "unknown_plan", `The programme has these plans: ${plans.join(", ")}.`);
    }
    const fault = curveFault(curve);
    if (fault !== undefined) {
      throw badField(fault.pointer, "no_curve", fault.says);
    }
    await lockLedger(tx);
    const { no } = await insertCurve(tx, programme, plan ?? "", JSON.stringify(curve), at, tx.caller.id);
    tx.record(LEDGER, [{ type: "EarningCurveSet", programme, plan: plan ?? null, no, curve }]);
    return accepted(curveView({ programme, plan: plan ?? "", no, curve, setAt: at, setBy: tx.caller.id }));
  },
});

/** GET /v1/earning-curves: every curve that was ever set, the one in force first of its plan. */
export const listEarningCurves = read({
  route: "GET /v1/earning-curves",
  permission: "money.read",
  summary: "Lists the curves that were set, by programme and plan, the one in force first",
  query: shape({ ...PageQuery, programme: Type.Optional(Type.String({ maxLength: 120 })) }),
  reply: page(CurveView),
  csv: true,
  async run(db, { limit = 50, after, programme = null }) {
    const rows = await pageOfCurves(db, programme, ...readPlace(after), limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const place = last === undefined ? "" : JSON.stringify([last.programme, last.plan, last.no]);
    return {
      data: shown.map(curveView),
      nextCursor: rows.length > limit ? Buffer.from(place).toString("base64url") : null,
    };
  },
});

function curveView({ plan, setAt, ...set }: CurveSet): Static<typeof CurveView> {
  return {
    ...set,
    curve: set.curve as Static<typeof CurveSchema>,
    plan: plan === "" ? null : plan,
    sharesByMonth: sharesByMonth(set.curve),
    setAt: setAt.toString(),
  };
}

function readPlace(text: string | undefined): [string | null, string | null, number | null] {
  if (text === undefined) {
    return [null, null, null];
  }
  const json = Buffer.from(text, "base64url").toString();
  const [, programme, plan, no] = /^\["([^"\\]*)","([^"\\]*)",(\d{1,9})\]$/.exec(json) ?? [];
  if (programme === undefined || plan === undefined) {
    throw wrongCursor();
  }
  return [programme, plan, Number(no)];
}
