import { Type } from "typebox";
import { accepted, act, IdParams, line, shape } from "../../platform/index.ts";
import { decideCaptureHold, decideReleaseHold, decideRemindHold } from "./decideHoldActs.ts";
import { followHold, sendNoticeOfCapture, sendReminder, startCapture } from "./followHold.ts";
import { HoldSchema, holdView } from "./holdView.ts";
import { holdAfter, lockHold } from "./lockHold.ts";
import { giveUpHold } from "./wantHold.ts";

/** POST /v1/holds/{id}/release: a person decides that nothing is taken. */
export const releaseHold = act({
  route: "POST /v1/holds/{id}/release",
  permission: "hold.release",
  summary: "Releases a hold: the card is told, and nothing is taken",
  params: IdParams,
  body: shape({ reason: Type.Optional(line(200)) }),
  reply: HoldSchema,
  dryRun: true,
  run: async (tx, { id, reason = "by_us" }, at) => {
    const hold = await lockHold(tx, id);
    const decision = decideReleaseHold({ ...hold, at });
    if (decision.refused !== undefined) {
      return decision;
    }
    await giveUpHold(tx, hold, reason);
    return accepted(holdView(await holdAfter(tx, hold), at));
  },
});

/** POST /v1/holds/{id}/capture: a person takes a hold, or a part of it; what is left is released. */
export const captureHold = act({
  route: "POST /v1/holds/{id}/capture",
  permission: "hold.capture",
  summary: "Captures a hold or a part of it, after the deadline and the notice; the rest is released",
  params: IdParams,
  body: shape({
    /** In minor units of the hold's currency; all that the terms allow where it is left out. */
    amount: Type.Optional(Type.Integer({ minimum: 1, maximum: 9_007_199_254_740_991 })),
    /** What its owner is told. */
    reason: line(200),
  }),
  reply: HoldSchema,
  dryRun: true,
  run: async (tx, { id, amount, reason }, at) => {
    const hold = await lockHold(tx, id);
    const decision = decideCaptureHold(amount, { ...hold, at });
    if (decision.refused !== undefined) {
      return decision;
    }
    await startCapture(tx, hold, { ...decision.accepted, reason });
    await followHold(tx, hold.rootId, hold.no);
    return accepted(holdView(await holdAfter(tx, hold), at));
  },
});

/** POST /v1/holds/{id}/reminder: its owner is written to; after the deadline that is the notice before a capture. */
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
