import { Type } from "typebox";
import { askCorrection } from "../../../money/index.ts";
import { accepted, act, badField, IdParams, line, shape } from "../../../platform/index.ts";
import { lockResellerInSight } from "../resellerInSight.ts";
import { CorrectionSchema, correctionView } from "./correctionShape.ts";

const MOST = 1_000_000_000;

/** POST /v1/resellers/{id}/corrections: asks for a change of its balance; another manager agrees to it. */
export const askBalanceCorrection = act({
  route: "POST /v1/resellers/{id}/corrections",
  permission: "balance.correct",
  summary: "Asks for a change of a reseller's balance by hand; another manager agrees to it.",
  params: IdParams,
  body: shape({
    /** In minor units: above nothing is given, below nothing is taken. */
    amountMinor: Type.Integer({ minimum: -MOST, maximum: MOST }),
    reason: line(500),
  }),
  reply: CorrectionSchema,
  status: 201,
  async run(tx, { id, amountMinor, reason }) {
    if (amountMinor === 0) {
      throw badField("/amountMinor", "amount", "More or less than nothing.");
    }
    const { resellerId, currency } = await lockResellerInSight(tx, id);
    const asked = await askCorrection(tx, resellerId, { currency, amountMinor, reason });
    return asked.refused === undefined ? accepted(correctionView(asked.accepted)) : asked;
  },
});
