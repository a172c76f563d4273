import { Type } from "typebox";
import {
  accepted,
  act,
  type Decision,
  IdParams,
  line,
  MinorUnits,
  shape,
  type Tx,
} from "../../platform/index.ts";
import {
  followHold,
  type Hold,
  HoldSchema,
  type HoldView,
  holdAfter,
  holdView,
  insertCaptureRequest,
  lockHold,
  startCapture,
} from "../holds/index.ts";
import { needsSecondPerson, readRefundLimits } from "../refunds/index.ts";
import { refuse } from "../refusals.ts";
import { decideCaptureHold } from "./decideCaptureHold.ts";

/**
 * POST /v1/holds/{id}/capture: a person takes a hold, or a part of it; what is left is released. Above the
 * limit it is only asked for, and another person takes it.
 */
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
    const { amountMinor } = decision.accepted;
    const limits = readRefundLimits(tx.platform.config.refundLimit);
    if (needsSecondPerson({ amount: amountMinor, currency: hold.currency }, limits)) {
      return await askForCapture(tx, hold, amountMinor, reason);
    }
    await startCapture(tx, hold, { ...decision.accepted, reason });
    await followHold(tx, hold.rootId, hold.no);
    return accepted(holdView(await holdAfter(tx, hold), at));
  },
});

/** Nothing is taken yet: another person has to agree. */
async function askForCapture(
  tx: Tx,
  hold: Hold,
  amountMinor: number,
  reason: string,
): Promise<Decision<HoldView>> {
  const { rootId, no, subjectNo, currency } = hold;
  const asked = await insertCaptureRequest(tx, rootId, no, amountMinor, reason, tx.caller.id, tx.at);
  if (asked === undefined) {
    return refuse("capture_asked");
  }
  const amount = { amount: amountMinor, currency };
  tx.record(rootId, [{ type: "HoldCaptureAsked", claimNo: subjectNo, holdNo: no, amount }]);
  return accepted(holdView(await holdAfter(tx, hold), tx.at));
}
