import type { Tone } from "../parts/stateBadge.tsx";

/** What each state of a recovery means to whoever works here. */
export const recoveryTones: Readonly<Record<string, Tone>> = {
  due: "needs",
  sent: "waiting",
  accepted: "waiting",
  partly: "waiting",
  refused: "problem",
  lapsed: "problem",
  paid: "ok",
};
