import { type Static, Type } from "typebox";
import { isOwner } from "../../identity/index.ts";
import { type Caller, type FileKind, fileKinds, Instant, shape } from "../../platform/index.ts";
import { clipNames } from "./clipNames.ts";
import { type EvidenceCase, isWithdrawable } from "./evidenceCase.ts";
import type { CaseKind } from "./pieceNamed.ts";
import { faultWords, type RefusedAs } from "./refusals.ts";

export const evidenceStates = ["uploading", "checking", "kept", "refused", "withdrawn"] as const;
export type EvidenceState = (typeof evidenceStates)[number];

/** What a piece shows: an outline owners are guided by, what the bench took, anything, or a clip. */
export const purposes = [
  "whole_device",
  "other_side",
  "damage",
  "serial_label",
  "bench",
  "free",
  ...clipNames,
] as const;
export type Purpose = (typeof purposes)[number];

export const adders = ["owner", "staff", "mail"] as const;
export type Adder = (typeof adders)[number];

/** A piece of evidence: uploading -> checking -> kept | refused; withdrawn until the bench has looked. */
export interface EvidenceItem {
  readonly deviceId: string;
  readonly belongsTo: CaseKind;
  readonly ofNo: number;
  readonly no: number;
  readonly fileName: string;
  readonly state: EvidenceState;
  readonly kind: FileKind;
  readonly purpose: Purpose;
  readonly caption: string | null;
  readonly sentType: string;
  readonly sentBytes: number;
  readonly addedBy: Adder;
  readonly addedAt: Temporal.Instant;
  readonly isShared: boolean;
  readonly refusedAs: RefusedAs | null;
  readonly shownType: string | null;
  readonly shownBytes: number | null;
  readonly width: number | null;
  readonly height: number | null;
}

/** A piece of evidence as its owner and the bench see it. */
export const EvidenceShape = shape({
  no: Type.Integer(),
  state: Type.Enum([...evidenceStates]),
  kind: Type.Enum([...fileKinds]),
  purpose: Type.Enum([...purposes]),
  caption: Type.Optional(Type.String()),
  addedBy: Type.Enum([...adders]),
  addedAt: Instant,
  sentBytes: Type.Integer(),
  /** Whether the owner sees what the bench added. */
  shared: Type.Boolean(),
  /** Whether the caller may take it back. */
  withdrawable: Type.Boolean(),
  /** Why it was not taken. */
  refusal: Type.Optional(shape({ code: Type.String(), says: Type.String(), next: Type.String() })),
  /** Where the copy that is shown is, once it was checked. */
  file: Type.Optional(
    shape({
      path: Type.String(),
      type: Type.String(),
      bytes: Type.Integer(),
      width: Type.Optional(Type.Integer()),
      height: Type.Optional(Type.Integer()),
    }),
  ),
});
export type EvidenceShape = Static<typeof EvidenceShape>;

/** Where evidence of a claim or verification is; with a number, one piece of it. */
export function evidencePath(id: string, no?: number): string {
  const cases = id.startsWith("vrf_") ? "verifications" : "claims";
  return `/v1/${cases}/${id}/evidence${no === undefined ? "" : `/${no}`}`;
}

/** On whose side a caller stands: what owners add is theirs, what the office adds is the bench's. */
export function sideOf(caller: Pick<Caller, "role">): "owner" | "staff" {
  return isOwner(caller) ? "owner" : "staff";
}

/** Whether a piece was added by the caller's side. What a mail brought is its owner's. */
export function isOwnPiece(
  { addedBy }: Pick<EvidenceItem, "addedBy">,
  caller: Pick<Caller, "role">,
): boolean {
  return (addedBy === "staff") === (sideOf(caller) === "staff");
}

/** Whether the caller sees a piece: the bench all, an owner their own and what is shared with them. */
export function seesPiece(item: EvidenceItem, caller: Pick<Caller, "role">): boolean {
  return sideOf(caller) === "staff" || isOwnPiece(item, caller) || (item.isShared && item.state === "kept");
}

/** The outside form of a piece. */
export function toEvidence(item: EvidenceItem, of: EvidenceCase, caller: Caller): EvidenceShape {
  const { no, state, kind, purpose, caption, addedBy, sentBytes, isShared, refusedAs } = item;
  return {
    ...{ no, state, kind, purpose, addedBy, sentBytes, shared: isShared },
    ...(caption === null ? {} : { caption }),
    addedAt: item.addedAt.toString(),
    withdrawable: isOwnPiece(item, caller) && isWithdrawable(item, of),
    ...(refusedAs === null ? {} : { refusal: { code: refusedAs, ...faultWords[refusedAs] } }),
    ...fileOf(item, of.id),
  };
}

function fileOf({ no, ...item }: EvidenceItem, id: string): Pick<EvidenceShape, "file"> {
  if (item.state !== "kept" || item.shownType === null || item.shownBytes === null) {
    return {};
  }
  const path = `${evidencePath(id, no)}/file`;
  const { width, height } = item;
  const size = width === null || height === null ? {} : { width, height };
  return { file: { path, type: item.shownType, bytes: item.shownBytes, ...size } };
}
