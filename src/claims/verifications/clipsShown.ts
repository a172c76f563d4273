import type { ClipName, EvidenceItem } from "../evidence/index.ts";
import { checklistNamed } from "./checklists.ts";
import type { Verification, VerificationDecided } from "./verification.ts";
import { withOwner } from "./verification.ts";

/** One clip of a list with the pieces that show it. */
export interface ShownClip {
  readonly clip: ClipName;
  /** It is to be filmed now. */
  readonly isAsked: boolean;
  /** Why it is asked for once more. */
  readonly why: string | undefined;
  /** The newest that counts: of what is asked for again only one that came since. */
  readonly piece: EvidenceItem | undefined;
  /** The others, the newest first. */
  readonly earlier: readonly EvidenceItem[];
}

/** Every clip of a verification's list with its pieces, in the order of the list. Pure. */
export function clipsShown(
  verification: Pick<Verification, "state" | "kind" | "checklist" | "clips" | "clipsAfter">,
  pieces: readonly EvidenceItem[],
  decisions: readonly Pick<VerificationDecided, "again">[],
): readonly ShownClip[] {
  const { state, kind, clips, clipsAfter } = verification;
  const isFilmed = kind === "video" && withOwner.includes(state);
  const again = decisions.at(-1)?.again ?? [];
  return checklistNamed(verification.checklist).clips.map(({ clip }) => {
    const isAsked = isFilmed && clips.includes(clip);
    const since = isAsked ? pieces.filter(({ no }) => no > clipsAfter) : pieces;
    const newest = (all: readonly EvidenceItem[], states: readonly string[]) =>
      all.findLast(({ purpose, state: found }) => purpose === clip && states.includes(found));
    const comes = ["uploading", "checking", "kept"];
    const piece = newest(since, isFilmed ? comes : ["kept"]) ?? newest(since, ["refused"]);
    const others = pieces.filter((one) => one.purpose === clip && one.state === "kept" && one !== piece);
    const why = isAsked ? again.find((one) => one.clip === clip)?.reason : undefined;
    return { clip, isAsked, why, piece, earlier: others.toReversed() };
  });
}

/** The clips that are asked for and not there, or not checked yet. Pure. */
export function missingClips(shown: readonly ShownClip[]): readonly ClipName[] {
  return shown.filter(({ isAsked, piece }) => isAsked && piece?.state !== "kept").map(({ clip }) => clip);
}
