import { IdParams, notFound, read } from "../platform/index.ts";
import { demandReportable } from "./demandReportable.ts";
import { draftOf, draftView, ReportDraftSchema, sideOf } from "./reportDrafts/index.ts";

/** GET /v1/devices/{id}/report-draft: what is told so far. */
export const readReportDraft = read({
  route: "GET /v1/devices/{id}/report-draft",
  permission: "claim.open",
  summary: "The report of a device that was begun and not sent: an owner's own, or the office's.",
  params: IdParams,
  reply: ReportDraftSchema,
  run: async (db, { id }) => {
    const record = await demandReportable(db, id);
    const draft = await draftOf(db, record.device.deviceId, sideOf(db));
    // One that another holder began is nobody's any more.
    if (draft === undefined || draft.personId !== record.contracts.at(-1)?.holderId) {
      throw notFound("draft");
    }
    return await draftView(db, draft, record);
  },
});
