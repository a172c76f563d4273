import { Type } from "typebox";
import { accepted, act, IdParams, line, MinorUnits, shape } from "../../platform/index.ts";
import { followHold, HoldSchema, holdAfter, holdView, lockHold, startCapture } from "../holds/index.ts";
import { decideCaptureHold } from "./decideCaptureHold.ts";

/** POST /v1/holds/{id}/capture: a person takes a hold, or a part of it; what is left is released. */
export const captureHold = act({
  route: "POST /v1/holds/{id}/capture",
  permission: "hold.capture",
  summary: "Captures a hold or a part of it, after the deadline and the notice; the rest is released",
  params: IdParams,
  body: shape({
    /** In minor units of the hold's currency; all that the terms allow where it is left out. */
    amount: Type.Optional(Type.Integer({ ...MinorUnits, minimum: 1 })),
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
