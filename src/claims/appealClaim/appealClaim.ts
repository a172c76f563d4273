import { isOwner } from "../../identity/index.ts";
import { accepted, act, IdParams, shape } from "../../platform/index.ts";
import {
  APPEAL_DUE,
  AppealShape,
  appealsOfDevice,
  decisionsOfClaim,
  dueOf,
  insertAppeal,
  SaidText,
  toAppeal,
} from "../appeals/index.ts";
import { caseOf, claimFacts } from "../claimFacts.ts";
import { REPORT_LAPSES } from "../deadlines.ts";
import { lockCase } from "../lockClaim.ts";
import { paymentCame } from "../paymentDeadline.ts";
import { QUESTION_LAPSES } from "../questions/index.ts";
import { refuse } from "../refusals.ts";
import { contestable, decideAppealClaim } from "./decideAppealClaim.ts";

/**
 * POST /v1/claims/{id}/appeal: the owner contests the decision that stands. Until somebody who had no part in
 * it has decided, nothing of the case moves and no time runs.
 */
export const appealClaim = act({
  route: "POST /v1/claims/{id}/appeal",
  permission: "claim.appeal",
  summary: "Contests the decision that stands: somebody else looks at it again, and no time runs meanwhile.",
  params: IdParams,
  body: shape({
    /** In the owner's words. */
    reason: SaidText,
  }),
  reply: AppealShape,
  status: 201,
  run: async (tx, { id, reason }, at) => {
    const { claim, record } = await lockCase(tx, id);
    const { deviceId, no } = claim;
    const [appeals, decisions] = await Promise.all([
      appealsOfDevice(tx, deviceId),
      decisionsOfClaim(tx, deviceId, no),
    ]);
    const decision = decideAppealClaim({ claim, appeals, decisionNo: decisions?.newest ?? 0, at });
    if (decision.refused !== undefined) {
      return decision;
    }
    const decidedAt = claim.receipt.at === null ? at : Temporal.Instant.from(claim.receipt.at);
    const facts = JSON.stringify(claimFacts(record, caseOf(claim), decidedAt));
    const dueAt = dueOf(at, claim.zone);
    const told = [decision.accepted.decisionNo, reason.trim(), facts, JSON.stringify(claim.receipt)];
    const asked = await insertAppeal(tx, deviceId, no, ...told, tx.caller.id, at, dueAt, contestable);
    if (asked === undefined) {
      return refuse("claim_not_at_this_step");
    }
    tx.meet(deviceId, REPORT_LAPSES, String(no));
    tx.meet(deviceId, QUESTION_LAPSES, String(no));
    paymentCame(tx, claim);
    tx.schedule(deviceId, APPEAL_DUE, String(no), dueAt);
    tx.record(deviceId, [{ type: "AppealAsked", claimNo: no, appealNo: asked.no, dueAt: dueAt.toString() }]);
    return accepted(toAppeal(asked, isOwner(tx.caller)));
  },
});
