import { Type } from "typebox";
import { lockClaim } from "../../claims/index.ts";
import { accepted, act, IdParams, shape } from "../../platform/index.ts";
import { refuseParcel } from "../packing/index.ts";
import { easyWords, insertCaseAnswer } from "./caseAnswerStore.ts";

/** POST /v1/claims/{id}/answer: whether it was easy, once, when the case is closed. */
export const answerCase = act({
  route: "POST /v1/claims/{id}/answer",
  permission: "case_answer.give",
  summary: "Says whether a closed case was easy. Once for each case.",
  params: IdParams,
  body: shape({ easy: Type.Enum([...easyWords]) }),
  reply: shape({ easy: Type.Enum([...easyWords]) }),
  status: 201,
  run: async (tx, { id, easy }) => {
    const { deviceId, no, state } = await lockClaim(tx, id);
    if (state !== "closed") {
      return refuseParcel("case_not_closed");
    }
    const kept = await insertCaseAnswer(tx, deviceId, no, easy, tx.at, tx.caller.id);
    return kept === 1 ? accepted({ easy }) : refuseParcel("answered_already");
  },
});
