import { accepted, type Decision } from "../../platform/index.ts";
import {
  missingClips,
  refuseVerification as refuse,
  type ShownClip,
  type Verification,
  withOwner,
} from "../verifications/index.ts";

/** Whether a verification may be handed in: by video, and with every clip that is asked for. Pure. */
export function decideSubmitVerification(
  { state, kind }: Pick<Verification, "state" | "kind">,
  shown: readonly ShownClip[],
): Decision<"submitted"> {
  if (!withOwner.includes(state)) {
    return refuse("not_with_you");
  }
  if (kind !== "video") {
    return refuse("not_on_video");
  }
  return missingClips(shown).length > 0 ? refuse("clips_missing") : accepted("submitted");
}
