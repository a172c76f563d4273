export { draftLapses, REPORT_DRAFT_LAPSES } from "./draftLapses.ts";
export {
  DRAFT_DAYS,
  deviceOfDraftLink,
  draftBody,
  draftId,
  draftLinkId,
  draftView,
  OFFICES_DRAFT,
  OWNERS_DRAFT,
  ReportDraftSchema,
  type ReportDraftView,
  sideOf,
} from "./reportDraft.ts";
export {
  devicesHeldBy,
  draftOf,
  forgetDraft,
  heldOfDevices,
  keepDraft,
  pageOfOfficeDrafts,
  pageOfOwnDrafts,
} from "./reportDraftStore.ts";
