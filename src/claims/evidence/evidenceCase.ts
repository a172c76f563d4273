import type { EvidenceItem } from "./evidenceItem.ts";
import type { CaseKind, PieceNamed } from "./pieceNamed.ts";

/** What evidence is added to, as far as it matters to evidence. */
export interface EvidenceCase {
  readonly deviceId: string;
  readonly belongsTo: CaseKind;
  readonly ofNo: number;
  /** As people see it. */
  readonly id: string;
  /** Nothing is taken any more. */
  readonly isOver: boolean;
  /** What was kept may still be taken back. */
  readonly takesBack: boolean;
  /** Of a verification: the clips that are asked for now, which is all that is taken. */
  readonly clips?: readonly string[];
}

/** One piece of a case. */
export function pieceOf({ deviceId, belongsTo, ofNo }: EvidenceCase, no: number): PieceNamed {
  return { rootId: deviceId, belongsTo, ofNo, no };
}

/**
 * Whether a piece may be withdrawn by the side that added it: while it comes, and as long as its case says.
 */
export function isWithdrawable(
  { state }: Pick<EvidenceItem, "state">,
  { takesBack }: Pick<EvidenceCase, "takesBack">,
): boolean {
  return state === "uploading" || state === "checking" || (state === "kept" && takesBack);
}
