import { Type } from "typebox";
import { accepted, act, IdParams, notFound, readPublicId, shape } from "../../../platform/index.ts";
import { countAnswer, versionsOf } from "../guideStore.ts";

/** POST /v1/guides/{id}/answers: a version helped, or did not. Counted; who said so is not kept with it. */
export const answerGuide = act({
  route: "POST /v1/guides/{id}/answers",
  permission: "guide.answer",
  summary: "Counts that a version of a guide solved the trouble, or did not. No personal data is kept.",
  params: IdParams,
  body: shape({ version: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }), solved: Type.Boolean() }),
  reply: shape({ counted: Type.Boolean() }),
  status: 201,
  run: async (tx, { id, version, solved }) => {
    const guideId = readPublicId("gde", id)?.rootId ?? "";
    const read = (await versionsOf(tx, guideId)).find((each) => each.version === version);
    // One that was retired while somebody read it still counts; a draft nobody has read.
    if (read === undefined || read.publishedAt === null) {
      throw notFound("guide");
    }
    await countAnswer(tx, guideId, version, solved);
    return accepted({ counted: true });
  },
});
