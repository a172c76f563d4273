import { Type } from "typebox";
import { accepted, act, IdParams, shape } from "../../platform/index.ts";
import { lockClaim } from "../lockClaim.ts";
import { messageByNo, refuseMessage, settleWaiting } from "../messages/index.ts";

/** POST /v1/claims/{id}/messages/settlement: what an owner wrote needs no answer. */
export const settleMessages = act({
  route: "POST /v1/claims/{id}/messages/settlement",
  permission: "message.settle",
  summary: "Says that what the owner wrote, up to a number, needs no answer, so that it waits no more.",
  params: IdParams,
  body: shape({ upTo: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }),
  reply: shape({ settled: Type.Integer() }),
  run: async (tx, { id, upTo }, at) => {
    const { deviceId, no } = await lockClaim(tx, id);
    if ((await messageByNo(tx, deviceId, no, upTo)) === undefined) {
      return refuseMessage("message_unknown");
    }
    const settled = await settleWaiting(tx, deviceId, no, upTo, at);
    if (settled > 0) {
      tx.record(deviceId, [{ type: "MessagesSettled", claimNo: no, upTo, settled }]);
    }
    return accepted({ settled });
  },
});
