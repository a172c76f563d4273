import { publicId } from "../../platform/index.ts";
import type { Receipt } from "../../terms/index.ts";
import type { ClipName, EvidenceCase } from "../evidence/index.ts";

/**
 * asked -> filming -> submitted -> accepted | asked_again | refused; asked again goes on to submitted. What
 * nobody films, or brings, lapses; who asked may withdraw it.
 */
export const verificationStates = [
  "asked",
  "filming",
  "submitted",
  "asked_again",
  "accepted",
  "refused",
  "lapsed",
  "withdrawn",
] as const;
export type VerificationState = (typeof verificationStates)[number];

export const verificationKinds = ["video", "inspection"] as const;
export type VerificationKind = (typeof verificationKinds)[number];

/** In these its owner has the ball. */
export const withOwner: readonly VerificationState[] = ["asked", "filming", "asked_again"];

/** A look at a device whose time for a plan is over, so that it may have one. Numbered within its device. */
export interface Verification {
  readonly deviceId: string;
  readonly no: number;
  readonly kind: VerificationKind;
  readonly serial: string;
  readonly askerId: string;
  readonly programme: string;
  readonly region: string;
  readonly zone: string;
  readonly activatedAt: Temporal.Instant | null;
  readonly state: VerificationState;
  /** How often it was handed in. */
  readonly submission: number;
  readonly checklist: string;
  /** What is to be shown now: all of the list, later what was asked for again. */
  readonly clips: readonly ClipName[];
  readonly receipt: Receipt;
  readonly askedAt: Temporal.Instant;
  /** Behind which piece one counts for what is asked for now. */
  readonly clipsAfter: number;
  readonly submittedAt: Temporal.Instant | null;
  readonly dueAt: Temporal.Instant | null;
  readonly closedAt: Temporal.Instant | null;
  /** Of an inspection: where the device is. */
  readonly place: string | null;
}

/** What a person said of what was handed in. */
export interface VerificationDecided {
  readonly submission: number;
  readonly decision: "accept" | "ask_again" | "refuse";
  readonly looked: readonly ClipName[];
  readonly unfit: readonly ClipName[];
  readonly again: readonly { readonly clip: ClipName; readonly reason: string }[];
  readonly reason: string | null;
  readonly clause: string | null;
  readonly decidedBy: string;
  readonly decidedAt: Temporal.Instant;
}

/** `vrf_<device>_<no>`. */
export function verificationId({ deviceId, no }: Pick<Verification, "deviceId" | "no">): string {
  return publicId("vrf", deviceId, no);
}

/** A verification as evidence sees it: clips come while its owner has the ball, and only those asked for. */
export function caseOfVerification(verification: Verification): EvidenceCase {
  const { deviceId, no, state, kind, clips } = verification;
  const isFilmed = kind === "video" && withOwner.includes(state);
  return {
    ...{ deviceId, belongsTo: "verification", ofNo: no, id: verificationId(verification) },
    ...{ isOver: !isFilmed, takesBack: isFilmed, clips },
  };
}
