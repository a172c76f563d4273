import { Type } from "typebox";
import { accepted, act, IdParams, line, shape } from "../../platform/index.ts";
import { giveUpHold, HoldSchema, holdAfter, holdView, lockHold } from "../holds/index.ts";
import { decideReleaseHold } from "./decideReleaseHold.ts";

/** POST /v1/holds/{id}/release: a person decides that nothing is taken. */
export const releaseHold = act({
  route: "POST /v1/holds/{id}/release",
  permission: "hold.release",
  summary: "Releases a hold: the card is told, and nothing is taken",
  params: IdParams,
  body: shape({ reason: Type.Optional(line(200)) }),
  reply: HoldSchema,
  dryRun: true,
  run: async (tx, { id, reason = "by_us" }, at) => {
    const hold = await lockHold(tx, id);
    const decision = decideReleaseHold({ ...hold, at });
    if (decision.refused !== undefined) {
      return decision;
    }
    await giveUpHold(tx, hold, reason);
    return accepted(holdView(await holdAfter(tx, hold), at));
  },
});
