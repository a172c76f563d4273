import { Type } from "typebox";
import { lockClaim, Parts, readClaim } from "../../claims/index.ts";
import { accepted, act, IdParams, line, notFound, shape } from "../../platform/index.ts";
import { insertSending, PackingShape, packingOf } from "../packing/index.ts";
import { decideTellSending } from "./decideTellSending.ts";

/** POST /v1/claims/{id}/sending: the parcel has left. The case stays as it is until the bench scans it. */
export const tellSending = act({
  route: "POST /v1/claims/{id}/sending",
  permission: "claim.send",
  summary: "Says that the parcel of a case has left, with what is in it, and its number if it has one.",
  params: IdParams,
  body: shape({ parts: Parts, carrier: Type.Optional(line(60)), tracking: Type.Optional(line(60)) }),
  reply: shape({ packing: PackingShape, missing: Type.Array(Type.String()) }),
  status: 201,
  run: async (tx, { id, parts, carrier = null, tracking = null }) => {
    const { deviceId, no } = await lockClaim(tx, id);
    const found = await readClaim(tx, id);
    if (found === undefined) {
      throw notFound("claim");
    }
    const decision = decideTellSending(parts, await packingOf(tx, found));
    if (decision.refused !== undefined) {
      return decision;
    }
    const { parts: sent, missing } = decision.accepted;
    await insertSending(tx, deviceId, no, [...sent], carrier, tracking, tx.at, tx.caller.id);
    tx.record(deviceId, [{ type: "ParcelSent", claimNo: no, parts: [...sent], carrier, tracking }]);
    return accepted({ packing: await packingOf(tx, found), missing: [...missing] });
  },
});
