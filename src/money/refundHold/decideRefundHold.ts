import { accepted, type Decision } from "../../platform/index.ts";
import type { CapturedHold } from "../refunds/index.ts";
import { refuse } from "../refusals.ts";

/** How much of a captured hold is paid back. */
export interface HoldRefund {
  readonly amountMinor: number;
  /** Who took it, and how. */
  readonly provider: string;
  readonly method: string;
}

/** Whether so much of what was captured of a hold may be paid back: all that is left unless said. Pure. */
export function decideRefundHold(
  amountMinor: number | undefined,
  { state, capturedMinor, refundedMinor, provider, method }: CapturedHold,
): Decision<HoldRefund> {
  if (state !== "captured" || provider === null || method === null) {
    return refuse("hold_not_captured");
  }
  const leftMinor = capturedMinor - refundedMinor;
  const wanted = amountMinor ?? leftMinor;
  return wanted === 0 || wanted > leftMinor
    ? refuse("refund_above_hold")
    : accepted({ amountMinor: wanted, provider, method });
}
