import { accepted, act, notFound } from "../../platform/index.ts";
import {
  deadlineKeyOf,
  EVIDENCE_LAPSES,
  EvidenceShape,
  evidenceByNo,
  isOwnPiece,
  keyOf,
  PieceParams,
  pieceOf,
  refuseEvidence,
  toEvidence,
  toldOf,
  withdrawRow,
} from "../evidence/index.ts";
import { lockEvidenceCase } from "../evidenceCase.ts";
import { decideWithdrawEvidence } from "./decideWithdrawEvidence.ts";

/** POST /v1/claims/{id}/evidence/{no}/withdrawal: whoever added it takes it back; its files are removed. */
export const withdrawEvidence = withdrawalAt("POST /v1/claims/{id}/evidence/{no}/withdrawal");

/** POST /v1/verifications/{id}/evidence/{no}/withdrawal: the same of a clip, until it is handed in. */
export const withdrawClip = withdrawalAt("POST /v1/verifications/{id}/evidence/{no}/withdrawal");

function withdrawalAt<Route extends `POST /v1/${string}`>(route: Route) {
  return act({
    route,
    permission: "evidence.add",
    summary: "Takes a piece of evidence back that one has added, until it was looked at.",
    params: PieceParams,
    reply: EvidenceShape,
    run: async (tx, { id, no }, at) => {
      const of = await lockEvidenceCase(tx, id);
      const piece = pieceOf(of, no);
      const item = await evidenceByNo(tx, ...keyOf(piece));
      if (item === undefined || !isOwnPiece(item, tx.caller)) {
        throw notFound("piece of evidence");
      }
      const decision = decideWithdrawEvidence(item, of);
      if (decision.refused !== undefined) {
        return decision;
      }
      const withdrawn = await withdrawRow(tx, ...keyOf(piece), at);
      tx.meet(of.deviceId, EVIDENCE_LAPSES, deadlineKeyOf(piece));
      tx.record(of.deviceId, [{ type: "EvidenceWithdrawn", ...toldOf(piece) }]);
      return withdrawn === undefined
        ? refuseEvidence("evidence_stands")
        : accepted(toEvidence(withdrawn, of, tx.caller));
    },
  });
}
