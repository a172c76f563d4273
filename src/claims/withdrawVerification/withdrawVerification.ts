import { accepted, act, IdParams } from "../../platform/index.ts";
import {
  closeRow,
  lockVerification,
  refuseVerification as refuse,
  stopWaiting,
  VerificationShape,
  verificationView,
  withOwner,
} from "../verifications/index.ts";

/** POST /v1/verifications/{id}/withdrawal: who asked, or the office for them, wants it no more. */
export const withdrawVerification = act({
  route: "POST /v1/verifications/{id}/withdrawal",
  permission: "verification.submit",
  summary: "Takes a verification back that is not handed in",
  params: IdParams,
  reply: VerificationShape,
  run: async (tx, { id }, at) => {
    const { deviceId, no } = await lockVerification(tx, id);
    const closed = await closeRow(tx, deviceId, no, withOwner, "withdrawn", at);
    if (closed === undefined) {
      return refuse("not_with_you");
    }
    stopWaiting(tx, closed);
    tx.record(deviceId, [{ type: "VerificationWithdrawn", verificationNo: no }]);
    return accepted(await verificationView(tx, closed));
  },
});
