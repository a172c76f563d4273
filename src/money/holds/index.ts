export { HOLD_DUE, holdDue } from "./followHold.ts";
export { coverAt, type Hold, isFinal, type ReturnAnswer } from "./hold.ts";
export { captureHold, releaseHold, remindHold } from "./holdActs.ts";
export { captureMatter, holdMatter, releaseMatter } from "./holdMatters.ts";
export { holdOf, holdOfSubject } from "./holdStore.ts";
export { HoldSchema, type HoldView, holdId, holdView } from "./holdView.ts";
export { listHolds, showHold } from "./listHolds.ts";
export { giveUpHold, type HoldNews, type NewHold, tellHold, tryCard, wantHold } from "./wantHold.ts";
