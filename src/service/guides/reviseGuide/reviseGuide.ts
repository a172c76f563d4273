import { Type } from "typebox";
import { accepted, act, IdParams, shape } from "../../../platform/index.ts";
import { demandGuide } from "../demandGuide.ts";
import { GuideSchema, guideBody, guideView } from "../guide.ts";
import { guideRow } from "../guideRow.ts";
import { insertGuide, reviseGuideRow } from "../guideStore.ts";
import { judgeRevision } from "../judgeRevision.ts";
import { lockGuide } from "../lockGuide.ts";
import { refuse } from "../refusals.ts";

const Count = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

/** PUT /v1/guides/{id}: the draft of a guide whole and anew, or a new draft beside what is published. */
export const reviseGuide = act({
  route: "PUT /v1/guides/{id}",
  permission: "guide.keep",
  summary: "Writes a guide anew over the version and its changes that were read; published versions stay.",
  params: IdParams,
  body: shape({ ...guideBody, version: Count, changes: Count }),
  reply: GuideSchema,
  run: async (tx, { id, version, changes, ...given }) => {
    const versions = await lockGuide(tx, id);
    await demandGuide(tx, given);
    const decision = judgeRevision(versions, { version, changes });
    if (decision.refused !== undefined) {
      return decision;
    }
    const [{ guideId }] = versions;
    const { isNew, version: written } = decision.accepted;
    const saved = isNew
      ? await insertGuide(tx, guideId, written, ...guideRow(given), tx.at, tx.caller.id)
      : await reviseGuideRow(tx, guideId, written, ...guideRow(given), changes);
    if (saved === undefined) {
      return refuse("guide_changed_meanwhile");
    }
    tx.record(guideId, [{ type: "GuideRevised", version: written }]);
    return accepted(guideView(saved, true));
  },
});
