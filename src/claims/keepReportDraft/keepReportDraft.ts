import assert from "node:assert/strict";
import { accepted, act, IdParams, shape } from "../../platform/index.ts";
import { demandReportable } from "../demandReportable.ts";
import {
  DRAFT_DAYS,
  draftBody,
  draftView,
  keepDraft,
  REPORT_DRAFT_LAPSES,
  ReportDraftSchema,
  sideOf,
} from "../reportDrafts/index.ts";

/** PUT /v1/devices/{id}/report-draft: what is told so far, for whoever goes on with it. */
export const keepReportDraft = act({
  route: "PUT /v1/devices/{id}/report-draft",
  permission: "claim.open",
  summary: "Keeps a report that is not sent yet: an owner's own, or the office's for a caller. For 30 days.",
  params: IdParams,
  body: shape(draftBody),
  reply: ReportDraftSchema,
  run: async (tx, { id, ...told }) => {
    const record = await demandReportable(tx, id);
    const { deviceId } = record.device;
    const holderId = record.contracts.at(-1)?.holderId;
    assert(holderId !== undefined, "what can be reported had a contract");
    const no = sideOf(tx);
    const kept = await keepDraft(tx, deviceId, no, holderId, JSON.stringify(told), tx.at, tx.caller.id);
    tx.schedule(deviceId, REPORT_DRAFT_LAPSES, String(no), tx.at.add({ hours: 24 * DRAFT_DAYS }));
    return accepted(await draftView(tx, kept, record));
  },
});
