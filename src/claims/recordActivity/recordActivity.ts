import { Type } from "typebox";
import { accepted, act, IdParams, Instant, line, shape } from "../../platform/index.ts";
import { claimId } from "../claim.ts";
import { happenedAt } from "../claimFacts.ts";
import { isGone } from "../incident.ts";
import { lockCase } from "../lockClaim.ts";
import { insertSignal, refuseSignal, SignalShape, signalsOfClaim, toSignal } from "../signals/index.ts";

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
  reply: shape({ signals: Type.Array(SignalShape) }),
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
    const json = [JSON.stringify({ at, what }), JSON.stringify([claimId(claim)])];
    const row = ["activity_after_loss", seenAt.toString(), 4, ...json, tx.at];
    await insertSignal(tx, deviceId, no, ...row);
    tx.record(deviceId, [{ type: "ActivityNoted", ofClaim: no, at, by: tx.caller.id }]);
    return accepted({ signals: (await signalsOfClaim(tx, deviceId, no)).map(toSignal) });
  },
});
