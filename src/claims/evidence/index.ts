export { type ClipName, clipNames } from "./clipNames.ts";
export { type EvidenceCase, isWithdrawable, pieceOf } from "./evidenceCase.ts";
export {
  adders,
  type EvidenceItem,
  EvidenceShape,
  evidencePath,
  evidenceStates,
  isOwnPiece,
  type Purpose,
  purposes,
  seesPiece,
  sideOf,
  toEvidence,
} from "./evidenceItem.ts";
export {
  clipsOfVerification,
  evidenceByNo,
  evidenceHeld,
  evidenceOfCase,
  insertEvidence,
  keepRow,
  keptNames,
  knownNames,
  markCleared,
  receiveRow,
  refuseRow,
  shareRow,
  uncheckedEvidence,
  unclearedEvidence,
  withdrawRow,
} from "./evidenceStore.ts";
export {
  ADDED_A_DAY,
  EVIDENCE_LAPSES,
  kindOfType,
  LAPSES_AFTER,
  MOST_CASE_BYTES,
  MOST_ITEMS,
  mostBytes,
} from "./mostBytes.ts";
export {
  type CaseKind,
  deadlineKeyOf,
  keyOf,
  namedIn,
  ofDeadlineKey,
  type PieceNamed,
  toldOf,
} from "./pieceNamed.ts";
export { PieceParams, readPieceParams, type SentParams } from "./pieceParams.ts";
export { faultWords, type RefusedAs, refuse as refuseEvidence } from "./refusals.ts";
