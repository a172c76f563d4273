import { Type } from "typebox";
import { accepted, act, line, notFound, shape } from "../../platform/index.ts";
import {
  EvidenceShape,
  evidenceByNo,
  keyOf,
  PieceParams,
  pieceOf,
  refuseEvidence,
  shareRow,
  toEvidence,
  toldOf,
} from "../evidence/index.ts";
import { lockEvidenceCase } from "../evidenceCase.ts";

/** POST /v1/claims/{id}/evidence/{no}/sharing: the bench shows its photo to the owner, and names it. */
export const shareEvidence = act({
  route: "POST /v1/claims/{id}/evidence/{no}/sharing",
  permission: "evidence.share",
  summary: "Shows a piece of the bench's to the owner, or no more, and sets what is written under a piece.",
  params: PieceParams,
  body: shape({ shared: Type.Optional(Type.Boolean()), caption: Type.Optional(line(200)) }),
  reply: EvidenceShape,
  run: async (tx, { id, no, shared, caption }) => {
    const of = await lockEvidenceCase(tx, id);
    const piece = pieceOf(of, no);
    if ((await evidenceByNo(tx, ...keyOf(piece))) === undefined) {
      throw notFound("piece of evidence");
    }
    const changed = await shareRow(tx, ...keyOf(piece), shared ?? null, caption ?? null);
    if (changed === undefined) {
      return refuseEvidence("evidence_not_kept");
    }
    tx.record(of.deviceId, [{ type: "EvidenceShared", ...toldOf(piece), shared: changed.isShared }]);
    return accepted(toEvidence(changed, of, tx.caller));
  },
});
