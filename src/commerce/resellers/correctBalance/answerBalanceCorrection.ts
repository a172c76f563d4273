import { Type } from "typebox";
import { isSameHand } from "../../../identity/index.ts";
import { correctionOf, endBalanceCorrection } from "../../../money/index.ts";
import { accepted, act, notFound, shape } from "../../../platform/index.ts";
import { lockResellerInSight } from "../resellerInSight.ts";
import { CorrectionSchema, correctionView } from "./correctionShape.ts";

/** POST /v1/resellers/{id}/corrections/{no}/answer: another manager books it, or any of them declines. */
export const answerBalanceCorrection = act({
  route: "POST /v1/resellers/{id}/corrections/{no}/answer",
  permission: "balance.correct",
  summary: "Books a correction that another manager asked for, or declines it.",
  params: shape({
    id: Type.String({ minLength: 1, maxLength: 80 }),
    no: Type.String({ pattern: "^[1-9][0-9]{0,8}$" }),
  }),
  body: shape({ agrees: Type.Boolean() }),
  reply: CorrectionSchema,
  async run(tx, { id, no, agrees }) {
    const { resellerId } = await lockResellerInSight(tx, id);
    const asked = await correctionOf(tx, resellerId, Number(no));
    if (asked === undefined) {
      throw notFound("correction");
    }
    const isSamePerson = await isSameHand(tx, asked.askedBy, tx.caller.id);
    const ended = await endBalanceCorrection(tx, asked, { agrees, isSamePerson });
    return ended.refused === undefined ? accepted(correctionView(ended.accepted)) : ended;
  },
});
