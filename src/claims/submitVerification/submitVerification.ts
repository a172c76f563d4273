import { accepted, act, IdParams } from "../../platform/index.ts";
import { clipsOfVerification } from "../evidence/index.ts";
import {
  clipsShown,
  decisionsOf,
  handIn,
  lockVerification,
  refuseVerification as refuse,
  VerificationShape,
  verificationView,
} from "../verifications/index.ts";
import { decideSubmitVerification } from "./decideSubmitVerification.ts";

/** POST /v1/verifications/{id}/submission: all clips are there, so somebody looks at them. */
export const submitVerification = act({
  route: "POST /v1/verifications/{id}/submission",
  permission: "verification.submit",
  summary: "Hands the clips of a verification in, once every one that is asked for is there",
  params: IdParams,
  reply: VerificationShape,
  run: async (tx, { id }) => {
    const found = await lockVerification(tx, id);
    const { deviceId, no } = found;
    const [pieces, decisions] = await Promise.all([
      clipsOfVerification(tx, deviceId, no, false),
      decisionsOf(tx, deviceId, no),
    ]);
    const decision = decideSubmitVerification(found, clipsShown(found, pieces, decisions));
    if (decision.refused !== undefined) {
      return decision;
    }
    const submitted = await handIn(tx, found);
    return submitted === undefined ? refuse("not_with_you") : accepted(await verificationView(tx, submitted));
  },
});
