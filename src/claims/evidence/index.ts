export {
  adders,
  type EvidenceItem,
  EvidenceShape,
  evidencePath,
  evidenceStates,
  isOwnPiece,
  isWithdrawable,
  type Purpose,
  purposes,
  seesPiece,
  sideOf,
  toEvidence,
} from "./evidenceItem.ts";
export {
  evidenceByNo,
  evidenceHeld,
  evidenceOfClaim,
  insertEvidence,
  keepRow,
  keptNames,
  knownNames,
  markCleared,
  type PieceNamed,
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
export { PieceParams, readPieceParams, type SentParams } from "./pieceParams.ts";
export { faultWords, type RefusedAs, refuse as refuseEvidence } from "./refusals.ts";
