import { Type } from "typebox";
import { releaseSlots } from "../../contracts/index.ts";
import { accepted, act, IdParams, line, shape, type Tx } from "../../platform/index.ts";
import { type Claim, ClaimShape, toClaim } from "../claim.ts";
import { REPORT_LAPSES } from "../deadlines.ts";
import { lockClaim, moveClaim } from "../lockClaim.ts";
import { answers, closeQuestion, QUESTION_LAPSES, sendBack } from "../questions/index.ts";
import { refuse } from "../refusals.ts";
import type { ClaimRow } from "../store.ts";
import { endOfDays, waitingDaysOf } from "../waitingDays.ts";
import { type AnswerTaken, decideAnswerQuestion } from "./decideAnswerQuestion.ts";

/**
 * POST /v1/claims/{id}/question/answer: the owner says what is to become of what came, or tells the bench by
 * phone.
 */
export const answerQuestion = act({
  route: "POST /v1/claims/{id}/question/answer",
  permission: "claim.answer",
  summary: "Answers what the service centre asked about what came.",
  params: IdParams,
  body: shape({ answer: Type.Enum([...answers]), says: Type.Optional(line(500)) }),
  reply: ClaimShape,
  run: async (tx, { id, answer, says = null }, at) => {
    const claim = await lockClaim(tx, id);
    const decision = decideAnswerQuestion(answer, claim);
    if (decision.refused !== undefined) {
      return decision;
    }
    const { deviceId, no } = claim;
    const closed = await closeQuestion(tx, deviceId, no, "answered", at, tx.caller.id, answer, says);
    if (closed === undefined) {
      return refuse("no_question");
    }
    tx.meet(deviceId, QUESTION_LAPSES, String(no));
    tx.record(deviceId, [{ type: "QuestionAnswered", claimNo: no, question: closed.no, answer }]);
    const { moved, dueAt } = await follow(tx, claim, decision.accepted);
    return moved === undefined
      ? refuse("claim_not_at_this_step")
      : accepted(toClaim({ ...moved, question: null }, dueAt));
  },
});

interface Followed {
  readonly moved: Claim | undefined;
  readonly dueAt?: Temporal.Instant;
}

async function follow(tx: Tx, claim: ClaimRow, taken: AnswerTaken): Promise<Followed> {
  const { deviceId, no } = claim;
  const key = String(no);
  if (taken === "awaits_parcel") {
    const { toSend } = await waitingDaysOf(tx, claim);
    const dueAt = endOfDays(tx.at, toSend, claim.zone);
    tx.schedule(deviceId, REPORT_LAPSES, key, dueAt);
    return { moved: claim, dueAt };
  }
  if (taken === "goes_on") {
    return { moved: claim };
  }
  tx.meet(deviceId, REPORT_LAPSES, key);
  const fee = { amount: 0, currency: claim.currency };
  if (taken === "goes_back") {
    tx.record(deviceId, [{ type: "RouteChosen", claimNo: no, route: "return", fee }]);
    return { moved: await sendBack(tx, claim) };
  }
  const [moved] = await Promise.all([
    moveClaim(tx, claim, ["reported"], "cancelled", { closedAt: tx.at }),
    releaseSlots(tx, deviceId, { claimNo: no }),
  ]);
  tx.record(deviceId, [{ type: "ClaimCancelled", claimNo: no }]);
  return { moved };
}
