export { draftLapses, REPORT_DRAFT_LAPSES } from "./draftLapses.ts";
export { keepTold } from "./keepTold.ts";
export {
  DRAFT_DAYS,
  deviceOfDraftLink,
  draftBody,
  draftEnd,
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
  ownDraftsKept,
  pageOfOfficeDrafts,
  pageOfOwnDrafts,
} from "./reportDraftStore.ts";
