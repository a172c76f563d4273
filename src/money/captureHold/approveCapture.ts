import { Type } from "typebox";
import { isSameHand } from "../../identity/index.ts";
import { accepted, act, IdParams, line, shape } from "../../platform/index.ts";
import {
  endCaptureRequest,
  followHold,
  HoldSchema,
  holdAfter,
  holdView,
  lockHold,
  openCaptureRequest,
  startCapture,
} from "../holds/index.ts";
import { refuse } from "../refusals.ts";
import { decideCaptureHold } from "./decideCaptureHold.ts";
import { judgeCaptureAnswer } from "./judgeCaptureAnswer.ts";

/** POST /v1/holds/{id}/capture-approval: another person takes what one asked for, or declines it. */
export const approveCapture = act({
  route: "POST /v1/holds/{id}/capture-approval",
  permission: "hold.capture",
  summary: "Decides a capture above the limit: another person than the one who asked for it",
  params: IdParams,
  body: shape({
    decision: Type.Union([Type.Literal("approve"), Type.Literal("decline")]),
    /** Why not, where it is declined. */
    reason: Type.Optional(line(200)),
  }),
  reply: HoldSchema,
  run: async (tx, { id, decision, reason }, at) => {
    const hold = await lockHold(tx, id);
    const { rootId, no } = hold;
    const asked = await openCaptureRequest(tx, rootId, no);
    const isAsker = asked !== undefined && (await isSameHand(tx, asked.askedBy, tx.caller.id));
    const allowed = judgeCaptureAnswer({ decision, asked, isAsker });
    if (allowed.refused !== undefined || asked === undefined) {
      return allowed.refused === undefined ? refuse("capture_not_asked") : allowed;
    }
    const taken = decideCaptureHold(allowed.accepted, { ...hold, at });
    if (decision === "approve" && taken.refused !== undefined) {
      return taken;
    }
    const word = decision === "approve" ? "approved" : "declined";
    const ended = await endCaptureRequest(tx, rootId, no, asked.no, word, tx.caller.id, at);
    if (ended === undefined) {
      return refuse("capture_not_asked");
    }
    const about = { claimNo: hold.subjectNo, holdNo: no };
    if (decision === "approve" && taken.refused === undefined) {
      await startCapture(tx, hold, { ...taken.accepted, reason: asked.reason });
      await followHold(tx, rootId, no);
    } else {
      tx.record(rootId, [{ type: "HoldCaptureDeclined", ...about, reason: reason ?? null }]);
    }
    return accepted(holdView(await holdAfter(tx, hold), at));
  },
});
