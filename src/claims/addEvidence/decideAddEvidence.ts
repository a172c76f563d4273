import { accepted, type Decision, type FileKind } from "../../platform/index.ts";
import type { ClaimState } from "../claim.ts";
import { kindOfType, MOST_CASE_BYTES, MOST_ITEMS, mostBytes, refuseEvidence } from "../evidence/index.ts";

/** What is offered: its type as it is told, and how many bytes will come. */
export interface Offered {
  readonly type: string;
  readonly bytes: number;
}

/** What the case holds already. */
export interface CaseHolds {
  readonly state: ClaimState;
  readonly items: number;
  readonly bytes: number;
}

/** Whether a file may be sent to a case, and as what kind, before its first byte. Pure. */
export function decideAddEvidence({ type, bytes }: Offered, held: CaseHolds): Decision<FileKind> {
  if (held.state === "closed" || held.state === "cancelled") {
    return refuseEvidence("case_is_over");
  }
  const kind = kindOfType.get(type.toLowerCase());
  if (kind === undefined) {
    return refuseEvidence(/^image\/hei[cf]/i.test(type) ? "heic_not_taken" : "type_not_taken");
  }
  if (bytes > mostBytes[kind]) {
    return refuseEvidence("file_too_large");
  }
  return held.items >= MOST_ITEMS || held.bytes + bytes > MOST_CASE_BYTES
    ? refuseEvidence("case_is_full")
    : accepted(kind);
}
