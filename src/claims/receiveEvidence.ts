import { Type } from "typebox";
import { accepted, act, IdParams, type Platform, perform, shape, systemCaller } from "../platform/index.ts";
import { EVIDENCE_LAPSES, receiveRow } from "./evidence/index.ts";
import { lockClaim } from "./lockClaim.ts";

/** All bytes of a piece are on the disk: its check follows. The second time nothing is left to do. */
export const receiveEvidence = act({
  route: "POST /v1/claims/{id}/evidence/{no}/arrival",
  permission: "system.work",
  summary: "Says that an upload is whole.",
  params: shape({ ...IdParams.properties, no: Type.Integer() }),
  reply: shape({}),
  run: async (tx, { id, no }, at) => {
    const { deviceId, no: claimNo } = await lockClaim(tx, id);
    const received = await receiveRow(tx, deviceId, claimNo, no, at);
    if (received !== undefined) {
      tx.meet(deviceId, EVIDENCE_LAPSES, `${claimNo}/${no}`);
      tx.record(deviceId, [{ type: "EvidenceReceived", claimNo, evidenceNo: no, kind: received.kind }]);
    }
    return accepted({});
  },
});

/** Puts what has arrived on the disk, then says so. */
export async function receiveFile(
  platform: Platform,
  { id, no, fileName }: { readonly id: string; readonly no: number; readonly fileName: string },
): Promise<void> {
  await platform.files.settleArrived(fileName);
  await perform(platform, systemCaller, receiveEvidence, { id, no });
}
