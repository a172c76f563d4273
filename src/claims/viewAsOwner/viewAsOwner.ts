import { accepted, act, IdParams, shape } from "../../platform/index.ts";
import { lockClaim } from "../lockClaim.ts";

/** The bench looks at a case as its owner sees it: each look is written down. */
export const viewAsOwner = act({
  route: "POST /v1/claims/{id}/owner-view",
  permission: "claim.view_as_owner",
  summary: "Notes that somebody looks at a case as its owner sees it.",
  params: IdParams,
  reply: shape({}),
  run: async (tx, { id }) => {
    const { deviceId, no } = await lockClaim(tx, id);
    tx.record(deviceId, [{ type: "OwnerViewShown", claimNo: no }]);
    return accepted({});
  },
});
