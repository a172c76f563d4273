import type { HoldView } from "../../money/index.ts";

/** Whether the owner must give another card: this one said no, or stands for nothing any more. */
export function needsCard({ state, attention }: Pick<HoldView, "state" | "attention">): boolean {
  return state === "lapsed" || attention === "renewal_declined";
}
