import { accepted, act, IdParams, line, shape } from "../../platform/index.ts";
import { ClaimShape, toClaim } from "../claim.ts";
import { REPORT_LAPSES } from "../deadlines.ts";
import { lockClaim } from "../lockClaim.ts";
import { takeBackQuestion } from "../questions/index.ts";
import { refuse } from "../refusals.ts";
import { endOfDays, waitingDaysOf } from "../waitingDays.ts";

/** POST /v1/claims/{id}/question/withdrawal: the bench needs no answer any more. */
export const withdrawQuestion = act({
  route: "POST /v1/claims/{id}/question/withdrawal",
  permission: "claim.receive",
  summary: "Takes back what the owner was asked, with a reason. What is missing is waited for as before.",
  params: IdParams,
  body: shape({ reason: line(200) }),
  reply: ClaimShape,
  run: async (tx, { id, reason }, at) => {
    const claim = await lockClaim(tx, id);
    if (!(await takeBackQuestion(tx, claim, reason))) {
      return refuse("no_question");
    }
    const { deviceId, no, state, receipt, zone } = claim;
    const awaits = state === "received" && receipt.outcome === "hold";
    const { toSend } = await waitingDaysOf(tx, claim);
    const restBy = awaits ? endOfDays(at, toSend, zone) : undefined;
    if (restBy !== undefined) {
      tx.schedule(deviceId, REPORT_LAPSES, String(no), restBy);
    }
    return accepted(toClaim({ ...claim, question: null }, restBy));
  },
});
