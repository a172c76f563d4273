import { Type } from "typebox";
import { accepted, act, IdParams, shape } from "../../platform/index.ts";
import { lockClaim } from "../lockClaim.ts";
import { markRead, messageByNo, refuseMessage, sideOfCaller } from "../messages/index.ts";

/** POST /v1/claims/{id}/messages/reading: says that the caller's side has seen what the other wrote. */
export const markMessagesRead = act({
  route: "POST /v1/claims/{id}/messages/reading",
  permission: "message.send",
  summary: "Marks the messages of the other side as read, up to a number.",
  params: IdParams,
  body: shape({ upTo: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }),
  reply: shape({ read: Type.Integer() }),
  run: async (tx, { id, upTo }, at) => {
    const { deviceId, no } = await lockClaim(tx, id);
    if ((await messageByNo(tx, deviceId, no, upTo)) === undefined) {
      return refuseMessage("message_unknown");
    }
    const side = sideOfCaller(tx.caller) === "owner" ? "owner" : "staff";
    return accepted({ read: await markRead(tx, deviceId, no, side, upTo, at) });
  },
});
