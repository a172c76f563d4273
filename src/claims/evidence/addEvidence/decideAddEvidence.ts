import { accepted, type Decision, type FileKind } from "../../../platform/index.ts";
import type { ClaimState } from "../../claim.ts";
import { kindOfType, MOST_CASE_BYTES, MOST_ITEMS, mostBytes } from "../limits.ts";
import { refuse } from "../refusals.ts";

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
    return refuse("case_is_over");
  }
  const kind = kindOfType.get(type.toLowerCase());
  if (kind === undefined) {
    return refuse(/^image\/hei[cf]/i.test(type) ? "heic_not_taken" : "type_not_taken");
  }
  if (bytes > mostBytes[kind]) {
    return refuse("file_too_large");
  }
  return held.items >= MOST_ITEMS || held.bytes + bytes > MOST_CASE_BYTES
    ? refuse("case_is_full")
    : accepted(kind);
}
