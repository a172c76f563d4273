import { Type } from "typebox";
import { lockDeviceRoot } from "../../contracts/index.ts";
import { accepted, act, IdParams, notFound, shape } from "../../platform/index.ts";
import { demandReportable } from "../demandReportable.ts";
import { draftOf, keepTold, OWNERS_DRAFT, sideOf } from "../reportDrafts/index.ts";

/**
 * POST /v1/devices/{id}/report-draft/link: a mail to the holder with a link that goes on with the report.
 * What the office wrote down becomes the owner's own by it.
 */
export const mailReportDraft = act({
  route: "POST /v1/devices/{id}/report-draft/link",
  permission: "claim.open",
  summary: "Mails the holder a link that goes on with a report where it was left, on any device.",
  params: IdParams,
  reply: shape({ mailed: Type.Boolean() }),
  run: async (tx, { id }) => {
    const { device, contracts } = await demandReportable(tx, id);
    const { deviceId } = device;
    await lockDeviceRoot(tx, deviceId);
    const draft = await draftOf(tx, deviceId, sideOf(tx));
    // One of who held it before is nobody's any more: what they told goes to no one else.
    if (draft === undefined || draft.personId !== contracts.at(-1)?.holderId) {
      throw notFound("draft");
    }
    const { personId, answers } = draft;
    await keepTold(tx, { deviceId, no: OWNERS_DRAFT, personId }, answers);
    tx.record(deviceId, [{ type: "ReportDraftMailed", draftNo: OWNERS_DRAFT }]);
    return accepted({ mailed: true });
  },
});
