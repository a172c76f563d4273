import { Type } from "typebox";
import { accepted, act, IdParams, line, notFound, shape } from "../../platform/index.ts";
import { lockClaim } from "../lockClaim.ts";
import { markSeen, refuseSignal, SignalShape, signalsOfClaim, toSignal } from "../signals/index.ts";

/** POST /v1/claims/{id}/signals/{no}/seen: a person has looked at a signal, and says what they make of it. */
export const seeSignal = act({
  route: "POST /v1/claims/{id}/signals/{no}/seen",
  permission: "signal.see",
  summary: "Says that a signal was looked at, and what came of it. Nothing follows from it by itself.",
  params: shape({ ...IdParams.properties, no: Type.Integer({ minimum: 1, maximum: 100_000 }) }),
  body: shape({ note: line(500) }),
  reply: SignalShape,
  run: async (tx, { id, no, note }) => {
    const { deviceId, no: claimNo } = await lockClaim(tx, id);
    const seen = await markSeen(tx, deviceId, claimNo, no, tx.caller.id, tx.at, note);
    if (seen !== undefined) {
      tx.record(deviceId, [{ type: "SignalSeen", ofClaim: claimNo, signal: no }]);
      return accepted(toSignal(seen));
    }
    const known = await signalsOfClaim(tx, deviceId, claimNo);
    if (known.every((signal) => signal.no !== no)) {
      throw notFound("signal");
    }
    return refuseSignal("signal_seen");
  },
});
