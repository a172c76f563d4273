import { accepted, act, notFound } from "../../platform/index.ts";
import {
  EVIDENCE_LAPSES,
  EvidenceShape,
  evidenceByNo,
  isOwnPiece,
  PieceParams,
  refuseEvidence,
  toEvidence,
  withdrawRow,
} from "../evidence/index.ts";
import { lockClaim } from "../lockClaim.ts";
import { decideWithdrawEvidence } from "./decideWithdrawEvidence.ts";

/** POST /v1/claims/{id}/evidence/{no}/withdrawal: whoever added it takes it back; its files are removed. */
export const withdrawEvidence = act({
  route: "POST /v1/claims/{id}/evidence/{no}/withdrawal",
  permission: "evidence.add",
  summary: "Takes a piece of evidence back that one has added, until the bench has looked.",
  params: PieceParams,
  reply: EvidenceShape,
  run: async (tx, { id, no }, at) => {
    const { deviceId, no: claimNo, state } = await lockClaim(tx, id);
    const item = await evidenceByNo(tx, deviceId, claimNo, no);
    if (item === undefined || !isOwnPiece(item, tx.caller)) {
      throw notFound("piece of evidence");
    }
    const decision = decideWithdrawEvidence(item, state);
    if (decision.refused !== undefined) {
      return decision;
    }
    const withdrawn = await withdrawRow(tx, deviceId, claimNo, no, at);
    tx.meet(deviceId, EVIDENCE_LAPSES, `${claimNo}/${no}`);
    tx.record(deviceId, [{ type: "EvidenceWithdrawn", claimNo, evidenceNo: no }]);
    return withdrawn === undefined
      ? refuseEvidence("evidence_stands")
      : accepted(toEvidence(withdrawn, state, tx.caller));
  },
});
