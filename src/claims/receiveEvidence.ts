import { Type } from "typebox";
import { accepted, act, IdParams, type Platform, perform, shape, systemCaller } from "../platform/index.ts";
import { deadlineKeyOf, EVIDENCE_LAPSES, keyOf, pieceOf, receiveRow, toldOf } from "./evidence/index.ts";
import { lockEvidenceCase } from "./evidenceCase.ts";

/** All bytes of a piece are on the disk: its check follows. The second time nothing is left to do. */
export const receiveEvidence = act({
  route: "POST /v1/claims/{id}/evidence/{no}/arrival",
  permission: "system.work",
  summary: "Says that an upload is whole.",
  params: shape({ ...IdParams.properties, no: Type.Integer() }),
  reply: shape({}),
  run: async (tx, { id, no }, at) => {
    const of = await lockEvidenceCase(tx, id);
    const received = await receiveRow(tx, ...keyOf(pieceOf(of, no)), at);
    if (received !== undefined) {
      tx.meet(of.deviceId, EVIDENCE_LAPSES, deadlineKeyOf(received));
      tx.record(of.deviceId, [{ type: "EvidenceReceived", ...toldOf(received), kind: received.kind }]);
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
