import { Type } from "typebox";
import { accepted, act, notFound, read } from "../platform/index.ts";
import { type EvidenceItem, evidenceByNo, PieceParams, seesPiece } from "./evidence/index.ts";
import { lockClaim } from "./lockClaim.ts";
import { readClaim } from "./readClaim.ts";

const Piece = Type.Unsafe<EvidenceItem>({});

/** A piece of a claim the caller sees, whatever became of it. */
export const readPiece = read({
  route: "GET /v1/claims/{id}/evidence/{no}",
  permission: "evidence.read",
  summary: "Finds a piece of evidence.",
  params: PieceParams,
  reply: Piece,
  run: async (db, { id, no }) => {
    const { claim } = (await readClaim(db, id)) ?? {};
    const item = claim && (await evidenceByNo(db, claim.deviceId, claim.no, no));
    if (item === undefined || !seesPiece(item, db.caller)) {
      throw notFound("piece of evidence");
    }
    return item;
  },
});

/** Opens an original: who did is written down before a byte of it is read. */
export const openOriginal = act({
  route: "POST /v1/claims/{id}/evidence/{no}/original",
  permission: "evidence.original",
  summary: "Opens the original of a piece of evidence.",
  params: PieceParams,
  reply: Piece,
  run: async (tx, { id, no }) => {
    const { deviceId, no: claimNo } = await lockClaim(tx, id);
    const item = await evidenceByNo(tx, deviceId, claimNo, no);
    if (item === undefined || item.state !== "kept") {
      throw notFound("piece of evidence");
    }
    tx.record(deviceId, [{ type: "EvidenceOriginalRead", claimNo, evidenceNo: no, by: tx.caller.id }]);
    return accepted(item);
  },
});
