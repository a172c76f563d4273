import type { RefundRule } from "../rules.ts";
import { type Duration, rolling } from "../time/duration.ts";

/** How long a refund is open: the window, counted on where it is extended, rolled at the end. */
export const timeToCancel = ({ window, extended, roll }: RefundRule): Duration | undefined =>
  window && rolling(extended === undefined ? window : { ...window, further: extended }, roll);
