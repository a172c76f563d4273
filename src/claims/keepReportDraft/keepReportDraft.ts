import assert from "node:assert/strict";
import { lockDeviceRoot } from "../../contracts/index.ts";
import { accepted, act, IdParams, readPublicId, shape } from "../../platform/index.ts";
import { demandReportable } from "../demandReportable.ts";
import { draftBody, draftView, keepTold, ReportDraftSchema, sideOf } from "../reportDrafts/index.ts";

/** PUT /v1/devices/{id}/report-draft: what is told so far, for whoever goes on with it. */
export const keepReportDraft = act({
  route: "PUT /v1/devices/{id}/report-draft",
  permission: "claim.open",
  summary: "Keeps a report that is not sent yet: an owner's own, or the office's for a caller. For 30 days.",
  params: IdParams,
  body: shape(draftBody),
  reply: ReportDraftSchema,
  run: async (tx, { id, ...told }) => {
    // Before it is asked who holds it: an answer of who did so before goes over nobody's.
    await lockDeviceRoot(tx, readPublicId("dev", id)?.rootId ?? "");
    const record = await demandReportable(tx, id);
    const { deviceId } = record.device;
    const personId = record.contracts.at(-1)?.holderId;
    assert(personId !== undefined, "what can be reported had a contract");
    const kept = await keepTold(tx, { deviceId, no: sideOf(tx), personId }, told);
    return accepted(await draftView(tx, kept, record));
  },
});
