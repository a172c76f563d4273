import { Type } from "typebox";
import { lockDeviceRoot } from "../../contracts/index.ts";
import { accepted, act, IdParams, readPublicId, shape } from "../../platform/index.ts";
import { demandReportable } from "../demandReportable.ts";
import { releaseDrafted } from "../mailIn/index.ts";
import { forgetDraft, OWNERS_DRAFT, REPORT_DRAFT_LAPSES, sideOf } from "../reportDrafts/index.ts";

/** POST /v1/devices/{id}/report-draft/removal: forgets what was told. Nothing there is nothing left to do. */
export const dropReportDraft = act({
  route: "POST /v1/devices/{id}/report-draft/removal",
  permission: "claim.open",
  summary: "Forgets a report that was not sent.",
  params: IdParams,
  reply: shape({ forgotten: Type.Boolean() }),
  run: async (tx, { id }) => {
    // Before it is asked who holds it: who did so before forgets nothing of the next.
    await lockDeviceRoot(tx, readPublicId("dev", id)?.rootId ?? "");
    const { device } = await demandReportable(tx, id);
    const no = sideOf(tx);
    const gone = await forgetDraft(tx, device.deviceId, no);
    if (no === OWNERS_DRAFT) {
      await releaseDrafted(tx, device.deviceId);
    }
    tx.meet(device.deviceId, REPORT_DRAFT_LAPSES, String(no));
    return accepted({ forgotten: gone === 1 });
  },
});
