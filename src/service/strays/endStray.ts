import { Type } from "typebox";
import { lockClaim } from "../../claims/index.ts";
import { accepted, act, IdParams, line, notFound, readPublicId, shape } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";
import { StraySchema, strayView } from "./stray.ts";
import { matchStrayRow, returnStrayRow, strayOf } from "./strayStore.ts";

const strayIdOf = (id: string): string => readPublicId("str", id)?.rootId ?? "";

/** POST /v1/strays/{id}/match: it is known whose it is. The case takes it in by itself, with an intake. */
export const matchStray = act({
  route: "POST /v1/strays/{id}/match",
  permission: "stray.keep",
  summary: "Says which case a kept parcel is of. It is taken in there as any other parcel.",
  params: IdParams,
  body: shape({ claimId: Type.String({ minLength: 5, maxLength: 60 }) }),
  reply: StraySchema,
  run: async (tx, { id, claimId }, at) => {
    const strayId = strayIdOf(id);
    const { deviceId, no } = await lockClaim(tx, claimId);
    const matched = await matchStrayRow(tx, strayId, deviceId, no, at);
    if (matched === undefined) {
      return await whyNot(await strayOf(tx, strayId));
    }
    tx.record(strayId, [{ type: "StrayMatched", deviceId, claimNo: no }]);
    return accepted(strayView(matched));
  },
});

/** POST /v1/strays/{id}/return: it goes back to where it came from. */
export const returnStray = act({
  route: "POST /v1/strays/{id}/return",
  permission: "stray.keep",
  summary: "Sends a kept parcel back to where it came from.",
  params: IdParams,
  body: shape({ carrier: line(40), tracking: line(60) }),
  reply: StraySchema,
  run: async (tx, { id, carrier, tracking }, at) => {
    const strayId = strayIdOf(id);
    const sent = await returnStrayRow(tx, strayId, carrier, tracking, at);
    if (sent === undefined) {
      return await whyNot(await strayOf(tx, strayId));
    }
    tx.record(strayId, [{ type: "StraySentBack", carrier, tracking }]);
    return accepted(strayView(sent));
  },
});

async function whyNot(stray: unknown): Promise<ReturnType<typeof refuse>> {
  if (stray === undefined) {
    throw notFound("stray");
  }
  return refuse("stray_not_kept");
}
