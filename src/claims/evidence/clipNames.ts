/** What a verification is shown: the name of each clip is the purpose of its piece. */
export const clipNames = ["serials", "sides", "start", "camera", "motion"] as const;
export type ClipName = (typeof clipNames)[number];
