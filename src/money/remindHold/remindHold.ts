import { accepted, act, IdParams } from "../../platform/index.ts";
import {
  followHold,
  HoldSchema,
  holdAfter,
  holdView,
  lockHold,
  sendNoticeOfCapture,
  sendReminder,
} from "../holds/index.ts";
import { decideRemindHold } from "./decideRemindHold.ts";

/**
 * POST /v1/holds/{id}/reminder: its owner is written to; after the deadline that is the notice before a
 * capture.
 */
export const remindHold = act({
  route: "POST /v1/holds/{id}/reminder",
  permission: "hold.release",
  summary: "Reminds the owner of what must come back; after the deadline it is the notice before the capture",
  params: IdParams,
  reply: HoldSchema,
  run: async (tx, { id }, at) => {
    const hold = await lockHold(tx, id);
    const decision = decideRemindHold({ ...hold, at });
    if (decision.refused !== undefined) {
      return decision;
    }
    await (decision.accepted === "reminder" ? sendReminder(tx, hold) : sendNoticeOfCapture(tx, hold));
    await followHold(tx, hold.rootId, hold.no);
    return accepted(holdView(await holdAfter(tx, hold), at));
  },
});
