import assert from "node:assert/strict";
import type { Queryable } from "../../platform/index.ts";
import { balanceMoves, balanceParts } from "./balanceStore.ts";
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
    const [leftMinor, leftByProviderMinor] = [payableMinor, byProviderMinor].map(
      (most) => most - refund.amountMinor,
    ) as [number, number];
    return { leftMinor, leftByProviderMinor, provider };
  }
  const charge = await paidCharge(db, rootId, chargeNo);
  assert(charge !== undefined, "a refund is of a charge");
  const leftMinor = leftOfCharge(charge);
  // What the law adds is owed beside the payment; a provider gives back no more than it took.
  return kind === "penalty"
    ? { leftMinor: 0, leftByProviderMinor: leftMinor - unsettledOf(refund), provider }
    : { leftMinor, leftByProviderMinor: leftMinor, provider };
}

/**
 * What may be paid out of the balance of a charge's payer, its root locked; with `payout`, which was promised
 * out of it before, as if that were in it still.
 */
export async function balanceRoom(
  db: Queryable,
  { rootId, chargeNo }: { readonly rootId: string; readonly chargeNo: number },
  payout?: Pick<Refund, "no" | "amountMinor">,
): Promise<BalanceRoom & { readonly balanceMinor: number; readonly isKept: boolean }> {
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
  return { balanceMinor, isKept, ...room };
}

/** All that was promised out of the balance of a charge's payer, paid or not: minor units. */
export async function promisedOfBalance(
  db: Queryable,
  { rootId, chargeNo }: { readonly rootId: string; readonly chargeNo: number },
): Promise<number> {
  return (await balanceMoves(db, rootId, chargeNo, null)).promisedMinor;
}
