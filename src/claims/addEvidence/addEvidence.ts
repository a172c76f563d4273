import { Type } from "typebox";
import { isOwner, spend } from "../../identity/index.ts";
import { accepted, act, IdParams, line, newFileName, shape } from "../../platform/index.ts";
import {
  ADDED_A_DAY,
  adders,
  deadlineKeyOf,
  EVIDENCE_LAPSES,
  EvidenceShape,
  evidenceHeld,
  insertEvidence,
  LAPSES_AFTER,
  purposes,
  sideOf,
  toEvidence,
} from "../evidence/index.ts";
import { lockEvidenceCase } from "../evidenceCase.ts";
import { beginFilming } from "../verifications/index.ts";
import { decideAddEvidence } from "./decideAddEvidence.ts";

/**
 * Makes room for a piece of evidence: its row and number, before its first byte. The bytes follow by tus to
 * its own address. A mail that brings something says so; all else is of the caller's side. Only owners have a
 * number for the day: a bench has many cases, and all mails are of one caller.
 */
export const addEvidence = act({
  route: "POST /v1/claims/{id}/evidence",
  permission: "evidence.add",
  summary: "Begins the upload of a photo, video, log or document of a case (tus 1.0).",
  params: IdParams,
  body: shape({
    type: Type.String({ maxLength: 100 }),
    bytes: Type.Integer({ minimum: 1, maximum: 9_007_199_254_740_991 }),
    purpose: Type.Optional(Type.Enum([...purposes])),
    caption: Type.Optional(line(200)),
    from: Type.Optional(Type.Enum([...adders])),
  }),
  reply: shape({ item: EvidenceShape, fileName: Type.String() }),
  status: 201,
  run: async (tx, { id, type, bytes, purpose = "free", caption, from }, at) => {
    const of = await lockEvidenceCase(tx, id);
    const { deviceId, belongsTo, ofNo } = of;
    const held = await evidenceHeld(tx, deviceId, belongsTo, ofNo);
    const decision = decideAddEvidence({ type, bytes, purpose }, { ...held, ...of });
    if (decision.refused !== undefined) {
      return decision;
    }
    if (isOwner(tx.caller)) {
      await spend(tx.platform, ADDED_A_DAY, tx.caller.email ?? tx.caller.id, tx);
    }
    const fileName = newFileName();
    const told = [fileName, decision.accepted, purpose, caption ?? null, type.toLowerCase(), bytes];
    const side = tx.caller.role === "system" ? (from ?? "mail") : sideOf(tx.caller);
    const item = await insertEvidence(tx, deviceId, belongsTo, ofNo, ...told, side, tx.caller.id, at);
    tx.schedule(deviceId, EVIDENCE_LAPSES, deadlineKeyOf(item), at.add(LAPSES_AFTER));
    await beginFilming(tx, of);
    return accepted({ item: toEvidence(item, of, tx.caller), fileName });
  },
});
