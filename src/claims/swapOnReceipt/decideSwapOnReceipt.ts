import { accepted, type Decision, type Money } from "../../platform/index.ts";
import type { Claim } from "../claim.ts";
import { refuse } from "../refusals.ts";
import { endOfDays, type WaitingDays } from "../waitingDays.ts";

/** A claim that was taken in, and how long its terms give to pay. */
export interface ReceiptFacts {
  readonly claim: Pick<Claim, "state" | "channel" | "receipt" | "holdNo" | "question"> & {
    readonly zone: string;
  };
  readonly at: Temporal.Instant;
  readonly days: Pick<WaitingDays, "toChoose" | "toPay">;
}

/** The replacement that leaves without an inspection, what it costs, and until when that is paid. */
export interface SwapOnReceipt {
  readonly fee: Money;
  /** Undefined where there is nothing to pay. */
  readonly payBy: Temporal.Instant | undefined;
}

/**
 * Whether a device that came by the quick way is swapped at once: where the plan brings another unit for it,
 * at a price that is known, and all parts are here. Whatever else goes the way of an inspection. Pure.
 */
export function decideSwapOnReceipt({ claim, at, days }: ReceiptFacts): Decision<SwapOnReceipt> {
  const { state, channel, receipt, holdNo, zone } = claim;
  if (state !== "received") {
    return refuse("claim_not_at_this_step");
  }
  if (claim.question) {
    return refuse("question_open");
  }
  const { outcome, fee, because } = receipt;
  const isSwapped = because.every(({ detail }) => detail?.settles !== "repair");
  if (channel !== "quick" || holdNo !== null || outcome !== "plan" || fee === null || !isSwapped) {
    return refuse("not_swapped_on_receipt");
  }
  const { amount, currency } = fee;
  if (currency === null) {
    return refuse("not_swapped_on_receipt");
  }
  const payBy = amount === 0 ? undefined : endOfDays(at, days.toPay ?? days.toChoose, zone);
  return accepted({ fee: { amount, currency }, payBy });
}
