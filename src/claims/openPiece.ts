import { Type } from "typebox";
import { accepted, act, notFound, read } from "../platform/index.ts";
import {
  type EvidenceItem,
  evidenceByNo,
  keyOf,
  PieceParams,
  pieceOf,
  seesPiece,
  toldOf,
} from "./evidence/index.ts";
import { lockEvidenceCase, readEvidenceCase } from "./evidenceCase.ts";

const Piece = Type.Unsafe<EvidenceItem>({});

/** A piece of a case the caller sees, whatever became of it. */
export const readPiece = read({
  route: "GET /v1/claims/{id}/evidence/{no}",
  permission: "evidence.read",
  summary: "Finds a piece of evidence.",
  params: PieceParams,
  reply: Piece,
  run: async (db, { id, no }) => {
    const item = await evidenceByNo(db, ...keyOf(pieceOf(await readEvidenceCase(db, id), no)));
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
    const of = await lockEvidenceCase(tx, id);
    const item = await evidenceByNo(tx, ...keyOf(pieceOf(of, no)));
    if (item === undefined || item.state !== "kept") {
      throw notFound("piece of evidence");
    }
    tx.record(of.deviceId, [{ type: "EvidenceOriginalRead", ...toldOf(item), by: tx.caller.id }]);
    return accepted(item);
  },
});
