import { Type } from "typebox";
import { accepted, act, IdParams, Instant, line, shape } from "../../platform/index.ts";
import { claimId } from "../claim.ts";
import { happenedAt } from "../claimFacts.ts";
import { isGone } from "../incident.ts";
import { lockCase } from "../lockClaim.ts";
import { insertSignal, refuseSignal, SignalShape } from "../signals/index.ts";

/**
 * POST /v1/claims/{id}/activity: a device that was reported gone was seen alive, by the maker's records or by
 * who found it. It is a signal: a person looks at it, and the case stands as it was decided.
 */
export const recordActivity = act({
  route: "POST /v1/claims/{id}/activity",
  permission: "claim.activity",
  summary: "Notes that a device that was reported gone was seen alive: a signal for a person.",
  params: IdParams,
  body: shape({ at: Instant, what: line(300) }),
  // What was told, and nothing of what our people saw or wrote of the case: who may tell may not read that.
  reply: Type.Pick(SignalShape, ["kind", "weight", "told", "restsOn"], { additionalProperties: false }),
  status: 201,
  run: async (tx, { id, at, what }) => {
    const { claim, record } = await lockCase(tx, id);
    if (!isGone(claim.incident)) {
      return refuseSignal("not_lost");
    }
    const seenAt = Temporal.Instant.from(at);
    if (Temporal.Instant.compare(seenAt, happenedAt(claim.incident, record)) <= 0) {
      return refuseSignal("activity_before_loss");
    }
    const { deviceId, no } = claim;
    const raised = {
      ...{ kind: "activity_after_loss" as const, weight: 4, told: { at, what } },
      restsOn: [claimId(claim)],
    };
    const { kind, weight, told, restsOn } = raised;
    const row = [kind, seenAt.toString(), weight, JSON.stringify(told), JSON.stringify(restsOn), tx.at];
    await insertSignal(tx, deviceId, no, ...row);
    tx.record(deviceId, [{ type: "ActivityNoted", ofClaim: no, at, by: tx.caller.id }]);
    return accepted(raised);
  },
});
