import { Type } from "typebox";
import { accepted, act, IdParams, shape } from "../../../platform/index.ts";
import { GuideSchema, guideView } from "../guide.ts";
import { moveGuide } from "../guideStore.ts";
import { lockGuide } from "../lockGuide.ts";
import { refuse } from "../refusals.ts";

/** POST /v1/guides/{id}/retirement: a version is shown no more, or its draft is given up. */
export const retireGuide = act({
  route: "POST /v1/guides/{id}/retirement",
  permission: "guide.keep",
  summary: "Retires a version of a guide: it is shown no more, and its figures stay.",
  params: IdParams,
  body: shape({ version: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) }),
  reply: GuideSchema,
  run: async (tx, { id, version }, at) => {
    const versions = await lockGuide(tx, id);
    const [{ guideId }] = versions;
    const state = versions.find((each) => each.version === version)?.state;
    const retired =
      state === undefined || state === "retired"
        ? undefined
        : await moveGuide(tx, guideId, version, state, "retired", at);
    if (retired === undefined) {
      return refuse("guide_not_at_this_step");
    }
    tx.record(guideId, [{ type: "GuideRetired", version }]);
    return accepted(guideView(retired, true));
  },
});
