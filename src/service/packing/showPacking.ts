import { readClaim } from "../../claims/index.ts";
import { IdParams, notFound, read } from "../../platform/index.ts";
import { PackingShape, packingOf } from "./packing.ts";

/** GET /v1/claims/{id}/packing: what goes into the parcel, what stays at home, what is done before. */
export const showPacking = read({
  route: "GET /v1/claims/{id}/packing",
  permission: "claim.read",
  summary: "What to send for a case, what to keep at home, what to do before, where to and by when.",
  params: IdParams,
  reply: PackingShape,
  run: async (db, { id }) => {
    const found = await readClaim(db, id);
    if (found === undefined) {
      throw notFound("claim");
    }
    return await packingOf(db, found);
  },
});
