import assert from "node:assert/strict";
import { Type } from "typebox";
import { isOwner, spend } from "../../identity/index.ts";
import { accepted, act, IdParams, shape } from "../../platform/index.ts";
import { lockClaim } from "../lockClaim.ts";
import {
  countSeenPieces,
  lines,
  MessageShape,
  MOST_TYPED,
  sideOfCaller,
  toMessage,
  WRITTEN_A_DAY,
  wayOf,
  writeMessage,
} from "../messages/index.ts";
import { decideSendMessage } from "./decideSendMessage.ts";

/** POST /v1/claims/{id}/messages: owner and bench write to each other. The bench's go out by mail, too. */
export const sendMessage = act({
  route: "POST /v1/claims/{id}/messages",
  permission: "message.send",
  summary: "Writes a message into a case; what the bench writes is mailed to its owner and answers theirs.",
  params: IdParams,
  body: shape({
    text: lines(MOST_TYPED),
    /** Numbers of pieces of the case's evidence. */
    evidence: Type.Optional(Type.Array(Type.Integer({ minimum: 1, maximum: 10_000 }), { maxItems: 60 })),
  }),
  reply: MessageShape,
  status: 201,
  run: async (tx, { id, text, evidence = [] }) => {
    const claim = await lockClaim(tx, id);
    const side = sideOfCaller(tx.caller);
    const key = [claim.deviceId, claim.no, evidence, side];
    const { count } = evidence.length === 0 ? { count: 0 } : await countSeenPieces(tx, ...key);
    const decision = decideSendMessage({ text, evidence }, count);
    if (decision.refused !== undefined) {
      return decision;
    }
    if (isOwner(tx.caller)) {
      await spend(tx.platform, WRITTEN_A_DAY, tx.caller.email ?? tx.caller.link?.id ?? tx.caller.id, tx);
    }
    const written = await writeMessage(tx, claim, { side, via: wayOf(tx.caller), ...decision.accepted });
    assert(written !== undefined, "only a mail can be written twice");
    return accepted(toMessage(written, tx.caller));
  },
});
