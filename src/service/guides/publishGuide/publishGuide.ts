import assert from "node:assert/strict";
import { Type } from "typebox";
import { accepted, act, IdParams, shape } from "../../../platform/index.ts";
import { GuideSchema, guideView } from "../guide.ts";
import { moveGuide } from "../guideStore.ts";
import { judgePublication } from "../judgePublication.ts";
import { lockGuide } from "../lockGuide.ts";

const Count = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

/** POST /v1/guides/{id}/publication: from now on owners see this version, and the one before no more. */
export const publishGuide = act({
  route: "POST /v1/guides/{id}/publication",
  permission: "guide.keep",
  summary: "Publishes the draft of a guide as it was read; the version published until then is retired.",
  params: IdParams,
  body: shape({ version: Count, changes: Count }),
  reply: GuideSchema,
  run: async (tx, { id, ...read }, at) => {
    const versions = await lockGuide(tx, id);
    const decision = judgePublication(versions, read);
    if (decision.refused !== undefined) {
      return decision;
    }
    const [{ guideId }] = versions;
    const { retires } = decision.accepted;
    if (retires !== undefined) {
      await moveGuide(tx, guideId, retires, "published", "retired", at);
    }
    const shown = await moveGuide(tx, guideId, read.version, "draft", "published", at);
    assert(shown !== undefined, "a locked draft stays one");
    tx.record(guideId, [{ type: "GuidePublished", version: read.version, retires: retires ?? null }]);
    return accepted(guideView(shown, true));
  },
});
