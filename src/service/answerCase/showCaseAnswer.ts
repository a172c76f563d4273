import { Type } from "typebox";
import { readClaim } from "../../claims/index.ts";
import { IdParams, notFound, read, shape } from "../../platform/index.ts";
import { caseAnswerOf, easyWords } from "./caseAnswerStore.ts";

/** GET /v1/claims/{id}/answer: what its owner said of a closed case; nothing where nobody has answered. */
export const showCaseAnswer = read({
  route: "GET /v1/claims/{id}/answer",
  permission: "claim.read",
  summary: "Whether its owner found a closed case easy, where they have said so.",
  params: IdParams,
  reply: shape({ easy: Type.Optional(Type.Enum([...easyWords])) }),
  run: async (db, { id }) => {
    const found = await readClaim(db, id);
    if (found === undefined) {
      throw notFound("claim");
    }
    const { deviceId, no } = found.claim;
    const said = await caseAnswerOf(db, deviceId, no);
    return said === undefined ? {} : { easy: said.easy };
  },
});
