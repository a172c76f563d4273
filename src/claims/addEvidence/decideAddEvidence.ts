import { accepted, type Decision, type FileKind } from "../../platform/index.ts";
import {
  type EvidenceCase,
  kindOfType,
  MOST_CASE_BYTES,
  MOST_ITEMS,
  mostBytes,
  refuseEvidence,
} from "../evidence/index.ts";

/** What is offered: its type as it is told, how many bytes will come, and what it shows. */
export interface Offered {
  readonly type: string;
  readonly bytes: number;
  readonly purpose?: string;
}

/** What the case holds already. */
export interface CaseHolds extends Pick<EvidenceCase, "isOver" | "clips"> {
  readonly items: number;
  readonly bytes: number;
}

/** Whether a file may be sent to a case, and as what kind, before its first byte. Pure. */
export function decideAddEvidence(
  { type, bytes, purpose = "free" }: Offered,
  held: CaseHolds,
): Decision<FileKind> {
  if (held.isOver) {
    return refuseEvidence("case_is_over");
  }
  const kind = kindOfType.get(type.toLowerCase());
  if (kind === undefined) {
    return refuseEvidence(/^image\/hei[cf]/i.test(type) ? "heic_not_taken" : "type_not_taken");
  }
  if (held.clips !== undefined && kind !== "video") {
    return refuseEvidence("clip_not_a_video");
  }
  if (held.clips?.includes(purpose) === false) {
    return refuseEvidence("clip_not_asked");
  }
  if (bytes > mostBytes[kind]) {
    return refuseEvidence("file_too_large");
  }
  return held.items >= MOST_ITEMS || held.bytes + bytes > MOST_CASE_BYTES
    ? refuseEvidence("case_is_full")
    : accepted(kind);
}
