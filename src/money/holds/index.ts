export { endCaptureRequest, insertCaptureRequest, openCaptureRequest } from "./captureRequestStore.ts";
export {
  followHold,
  HOLD_DUE,
  holdDue,
  sendNoticeOfCapture,
  sendReminder,
  startCapture,
} from "./followHold.ts";
export { forgetHeldMatter } from "./heldCards.ts";
export {
  coverAt,
  type Hold,
  type HoldFacts,
  holdStates,
  isFinal,
  liveAt,
  type ReturnAnswer,
} from "./hold.ts";
export { captureMatter, holdMatter, releaseMatter } from "./holdMatters.ts";
export { holdOf, holdOfSubject } from "./holdStore.ts";
export { captureFrom, NOTICE_HOURS } from "./holdTimes.ts";
export { HoldSchema, type HoldView, holdId, holdView, isHoldAnswered } from "./holdView.ts";
export { listHolds, showHold } from "./listHolds.ts";
export { holdAfter, lockHold } from "./lockHold.ts";
export { giveUpHold, type HoldNews, type NewHold, tellHold, tryCard, wantHold } from "./wantHold.ts";
