import assert from "node:assert/strict";
import type { Queryable } from "../../platform/index.ts";
import { type BalancePart, balanceMoves, balanceParts } from "./balanceStore.ts";
import { goesBackByHand } from "./goesBackByHand.ts";
import { type Refund, unsettledOf } from "./refund.ts";
import { leftOfCharge } from "./refundable.ts";
import { payerOf } from "./refundPostings.ts";
import { paidCharge } from "./refundStore.ts";
import { type BalanceRoom, roomOf } from "./roomOf.ts";
import { sumOfParts } from "./takeParts.ts";
import { tookMoney } from "./tookMoney.ts";

/** What may be paid of a refund now. */
export interface Payable {
  /** What is left, this refund taken off: below 0 when a bank has taken the money back. */
  readonly leftMinor: number;
  /** The same if its provider pays it. */
  readonly leftByProviderMinor: number;
  /** Who took the money. */
  readonly provider: string | null;
}

/** Whether a refund that waits can be paid now, its root locked. */
export async function payableNow(db: Queryable, refund: Refund): Promise<Payable> {
  const { rootId, chargeNo, kind } = refund;
  const { provider } = await tookMoney(db, refund);
  if (chargeNo === null) {
    return { leftMinor: 0, leftByProviderMinor: 0, provider };
  }
  if (kind === "balance") {
    const { payableMinor, byProviderMinor } = await balanceRoom(db, { rootId, chargeNo }, refund);
    const { amountMinor } = refund;
    return {
      leftMinor: payableMinor - amountMinor,
      leftByProviderMinor: byProviderMinor - amountMinor,
      provider,
    };
  }
  const charge = await paidCharge(db, rootId, chargeNo);
  assert(charge !== undefined, "a refund is of a charge");
  const leftMinor = leftOfCharge(charge);
  // What the law adds is owed beside the payment; a provider gives back no more than it took.
  return kind === "penalty"
    ? { leftMinor: 0, leftByProviderMinor: leftMinor - unsettledOf(refund), provider }
    : { leftMinor, leftByProviderMinor: leftMinor, provider };
}

/** A payer's balance, and what may leave it. */
export interface BalanceToPay extends BalanceRoom {
  readonly balanceMinor: number;
  /** Where it stands in the books. */
  readonly parts: readonly BalancePart[];
  /** All that was promised out of it, paid or not. */
  readonly promisedMinor: number;
  /** It is a part of what its charge still waits for. */
  readonly isKept: boolean;
}

/**
 * What may be paid out of the balance of a charge's payer, its root locked; with `payout`, which was promised
 * out of it before, as if that were in it still.
 */
export async function balanceRoom(
  db: Queryable,
  { rootId, chargeNo }: { readonly rootId: string; readonly chargeNo: number },
  payout?: Pick<Refund, "no" | "amountMinor">,
): Promise<BalanceToPay> {
  const [charge, parts, moves] = await Promise.all([
    paidCharge(db, rootId, chargeNo),
    balanceParts(db, payerOf(rootId, chargeNo)),
    balanceMoves(db, rootId, chargeNo, payout?.no ?? null),
  ]);
  assert(charge !== undefined, "a balance is of a charge");
  const balanceMinor = sumOfParts(parts) + (payout?.amountMinor ?? 0);
  const canProvider = !goesBackByHand(charge.provider);
  const isKept = charge.state === "open";
  const room = roomOf({ balanceMinor, moves, leftMinor: leftOfCharge(charge), canProvider, isKept });
  return { balanceMinor, parts, promisedMinor: moves.promisedMinor, isKept, ...room };
}
