import { Type } from "typebox";
import { accepted, act, IdParams, lockRoot, notFound, readPublicId, shape } from "../../platform/index.ts";
import { refuse } from "../refusals.ts";
import { sendNotice } from "../sendNotice.ts";
import { letterOf, takeUpLetters } from "../store.ts";

/** POST /v1/letters/{id}/sending: tries a letter once more that was given up. */
export const sendAgain = act({
  route: "POST /v1/letters/{id}/sending",
  permission: "letter.send",
  summary: "Tries a letter once more that could not be sent. Failing again, it is in the list again.",
  params: IdParams,
  reply: shape({ id: Type.String(), state: Type.Literal("waiting") }),
  status: 202,
  async run(tx, { id }, at) {
    const event = readPublicId("evt", id);
    if (event?.no === undefined) {
      throw notFound("letter");
    }
    const { rootId, no: letterSeq } = event;
    await lockRoot(tx, rootId);
    const [taken] = await takeUpLetters(tx, rootId, letterSeq, at);
    if (taken === undefined) {
      if ((await letterOf(tx, rootId, letterSeq)) === undefined) {
        throw notFound("letter");
      }
      return refuse("letter_not_given_up");
    }
    tx.record(rootId, [{ type: "LetterTakenUp", letterSeq }]);
    tx.enqueue(sendNotice, { rootId, type: taken.type, body: taken.body });
    return accepted({ id, state: "waiting" as const });
  },
});
