export { askerDigest } from "./askerDigest.ts";
export { beginFilming } from "./beginFilming.ts";
export { type Checklist, checklistFor, checklistNamed } from "./checklists.ts";
export { clipsShown, missingClips, type ShownClip } from "./clipsShown.ts";
export { handIn } from "./handIn.ts";
export { lockVerification, readOwnVerification } from "./lockVerification.ts";
export { refuse as refuseVerification } from "./refusals.ts";
export {
  caseOfVerification,
  type Verification,
  type VerificationDecided,
  type VerificationKind,
  type VerificationState,
  verificationId,
  verificationKinds,
  verificationStates,
  withOwner,
} from "./verification.ts";
export {
  askAgainRow,
  closeRow,
  countOpenVerifications,
  decisionsOf,
  insertDecision,
  insertVerification,
  openVerificationsOf,
  pageOfVerifications,
  remindedSince,
  verificationByNo,
  verificationsByNo,
  verificationsOfPersons,
} from "./verificationStore.ts";
export {
  VerificationShape,
  verificationFields,
  verificationRow,
  verificationView,
} from "./verificationView.ts";
export {
  ANSWER_DAYS,
  FILM_DAYS,
  filmBy,
  stopWaiting,
  VERIFICATION_ANSWER,
  VERIFICATION_LAPSES,
  VERIFICATION_REMINDER,
  waitForOwner,
} from "./waits.ts";
