import { Type } from "typebox";
import { IdParams, notFound, read, shape } from "../platform/index.ts";
import { readClaim } from "./readClaim.ts";
import { SignalShape, signalsOfClaim, toSignal } from "./signals/index.ts";

/** GET /v1/claims/{id}/signals: what is odd about a case, and on which rows that rests. */
export const listSignals = read({
  route: "GET /v1/claims/{id}/signals",
  permission: "signal.read",
  summary: "The signals of a claim: hints for a person, with their reason, weight and what they rest on.",
  params: IdParams,
  reply: shape({ data: Type.Array(SignalShape) }),
  run: async (db, { id }) => {
    const found = await readClaim(db, id);
    if (found === undefined) {
      throw notFound("claim");
    }
    const { deviceId, no } = found.claim;
    return { data: (await signalsOfClaim(db, deviceId, no)).map(toSignal) };
  },
});
