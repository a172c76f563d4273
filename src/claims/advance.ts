import type { Money } from "../platform/index.ts";
import type { Receipt } from "../terms/index.ts";

/** What became of the old device of an advance exchange. */
export const coreStates = ["awaited", "received", "charged", "waived"] as const;
export type CoreState = (typeof coreStates)[number];

/** What an advance exchange costs: the fee, and what a card stands for until the old device is back. */
export interface Advance {
  readonly fee: Money;
  readonly hold: Money;
}

/**
 * The advance exchange that an answer offers; undefined where the terms offer none, or have no figure for it.
 * Pure.
 */
export function advanceOf({ outcome, fee, hold }: Receipt): Advance | undefined {
  if (outcome !== "plan" || hold === undefined || fee === null || fee.currency === null) {
    return undefined;
  }
  return {
    fee: { amount: fee.amount, currency: fee.currency },
    hold: { amount: hold.amount, currency: hold.currency },
  };
}
