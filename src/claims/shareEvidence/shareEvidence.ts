import { Type } from "typebox";
import { accepted, act, line, notFound, shape } from "../../platform/index.ts";
import {
  EvidenceShape,
  evidenceByNo,
  PieceParams,
  refuseEvidence,
  shareRow,
  toEvidence,
} from "../evidence/index.ts";
import { lockClaim } from "../lockClaim.ts";

/** POST /v1/claims/{id}/evidence/{no}/sharing: the bench shows its photo to the owner, and names it. */
export const shareEvidence = act({
  route: "POST /v1/claims/{id}/evidence/{no}/sharing",
  permission: "evidence.share",
  summary: "Shows a piece of the bench's to the owner, or no more, and sets what is written under a piece.",
  params: PieceParams,
  body: shape({ shared: Type.Optional(Type.Boolean()), caption: Type.Optional(line(200)) }),
  reply: EvidenceShape,
  run: async (tx, { id, no, shared, caption }) => {
    const { deviceId, no: claimNo, state } = await lockClaim(tx, id);
    if ((await evidenceByNo(tx, deviceId, claimNo, no)) === undefined) {
      throw notFound("piece of evidence");
    }
    const changed = await shareRow(tx, deviceId, claimNo, no, shared ?? null, caption ?? null);
    if (changed === undefined) {
      return refuseEvidence("evidence_not_kept");
    }
    tx.record(deviceId, [{ type: "EvidenceShared", claimNo, evidenceNo: no, shared: changed.isShared }]);
    return accepted(toEvidence(changed, state, tx.caller));
  },
});
