import assert from "node:assert/strict";
import type { DomainEvent, Tx } from "../../platform/index.ts";
import { type Refund, type RefundLine, unsettledOf } from "./refund.ts";
import { aboutOf } from "./refundEvents.ts";
import { settleRefund } from "./refundStore.ts";

/** Who decided a refund that no person decided. */
export const DISPUTE = "dispute";

/** How much of each line of a refund is settled when so much of it is: the lines in their order. Pure. */
export function settleParts(
  lines: readonly Pick<RefundLine, "netMinor" | "taxMinor" | "settledMinor">[],
  amountMinor: number,
): number[] {
  let left = amountMinor;
  return lines.map(({ netMinor, taxMinor, settledMinor }) => {
    const part = Math.min(left, netMinor + taxMinor - settledMinor);
    left -= part;
    return part;
  });
}

/** Writes down that a lost dispute has paid so much of a refund, whose root is locked. */
export async function takeOff(tx: Tx, { rootId, no }: Refund, amountMinor: number): Promise<Refund> {
  const refund = await settleRefund(tx, rootId, no, amountMinor, DISPUTE, tx.at);
  assert(refund !== undefined, "under the lock of its root a refund that was not declined stays so");
  return refund;
}

/** So much of a refund was paid by a dispute; what is left of it is paid by us. */
export function settledEvent(refund: Refund, settledMinor: number): DomainEvent {
  const restMinor = refund.state === "paid" ? 0 : unsettledOf(refund);
  return { type: "RefundSettled", ...aboutOf(refund), means: refund.means, settledMinor, restMinor };
}
