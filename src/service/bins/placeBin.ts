import { Type } from "typebox";
import { claimId, lockClaim, refuseClaim } from "../../claims/index.ts";
import { accepted, act, IdParams, line, shape } from "../../platform/index.ts";
import { insertPlace } from "./placeStore.ts";

/** Places are compared as they are written here, so that a scan and a hand say the same. */
export function plainPlace(text: string): string {
  return text.trim().toUpperCase().replace(/\s+/g, " ");
}

/** POST /v1/claims/{id}/bin: where its parts lie. */
export const placeBin = act({
  route: "POST /v1/claims/{id}/bin",
  permission: "claim.receive",
  summary: "Says where the parts of a case lie at the bench; scanning the place finds the case.",
  params: IdParams,
  body: shape({ place: line(40) }),
  reply: shape({ claimId: Type.String(), place: Type.String() }),
  run: async (tx, { id, place: told }, at) => {
    const claim = await lockClaim(tx, id);
    const { deviceId, no, state } = claim;
    if (state === "reported" || state === "closed" || state === "cancelled") {
      return refuseClaim("claim_not_at_this_step");
    }
    const place = plainPlace(told);
    await insertPlace(tx, deviceId, no, place, at, tx.caller.id);
    tx.record(deviceId, [{ type: "BinPlaced", claimNo: no, place }]);
    return accepted({ claimId: claimId(claim), place });
  },
});
