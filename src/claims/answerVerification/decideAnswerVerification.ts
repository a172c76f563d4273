import { accepted, type Decision } from "../../platform/index.ts";
import type { ClipName } from "../evidence/index.ts";
import {
  refuseVerification as refuse,
  type Verification,
  type VerificationDecided,
} from "../verifications/index.ts";

/** What a person says of what was handed in. */
export interface VerificationSaid {
  readonly decision: "accept" | "askAgain" | "refuse";
  /** The submission that was looked at. */
  readonly submission: number;
  /** Each clip, or point of an inspection, that was looked at, and whether it fits. */
  readonly looked: readonly { readonly clip: ClipName; readonly fits: boolean }[];
  readonly again?: readonly { readonly clip: ClipName; readonly reason: string }[] | undefined;
  readonly reason?: string | undefined;
  readonly clause?: string | undefined;
}

/** What is written down of it. */
export type ToWrite = Omit<VerificationDecided, "submission" | "decidedBy" | "decidedAt">;

/** Whether a person may decide this of a verification: only what they have looked at as a whole. Pure. */
export function decideAnswerVerification(
  { state, kind, submission }: Pick<Verification, "state" | "kind" | "submission">,
  clips: readonly ClipName[],
  said: VerificationSaid,
): Decision<ToWrite> {
  const { decision, looked, again = [], reason, clause } = said;
  if (state !== "submitted") {
    return refuse("verification_not_submitted");
  }
  if (submission !== said.submission) {
    return refuse("another_submission");
  }
  const seen = clips.filter((clip) => looked.some((one) => one.clip === clip));
  if (seen.length < clips.length) {
    return refuse("clips_not_looked_at");
  }
  const unfit = seen.filter((clip) => looked.some((one) => one.clip === clip && !one.fits));
  const write = { looked: seen, unfit, again: [], reason: null, clause: null };
  if (decision === "accept") {
    return unfit.length > 0 ? refuse("clip_does_not_fit") : accepted({ ...write, decision });
  }
  if (decision === "askAgain") {
    const named = again.filter(({ clip }, place) => again.findIndex((one) => one.clip === clip) === place);
    return named.length === 0 || kind !== "video"
      ? refuse("nothing_asked_again")
      : accepted({ ...write, decision: "ask_again", again: named });
  }
  return reason === undefined || clause === undefined
    ? refuse("reason_missing")
    : accepted({ ...write, decision, reason, clause });
}
