import assert from "node:assert/strict";
import type { DomainEvent, Tx } from "../../platform/index.ts";
import { type Refund, type RefundLine, unsettledOf } from "./refund.ts";
import { aboutOf } from "./refundEvents.ts";
import { settleLines } from "./refundStore.ts";

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
export async function linesSettled(tx: Tx, refund: Refund, amountMinor: number): Promise<Refund> {
  const { rootId, no, lines } = refund;
  const parts = settleParts(lines, amountMinor);
  const byNumber = JSON.stringify(Object.fromEntries(lines.map((line, index) => [line.no, parts[index]])));
  const settled = await settleLines(tx, rootId, no, byNumber, DISPUTE, tx.at);
  assert(settled !== undefined, "under the lock of its root a refund that was not declined stays so");
  return settled;
}

/** So much of a refund was paid by a dispute; what is left of it is paid by us. */
export function settledEvent(settled: Refund, settledMinor: number): DomainEvent {
  const restMinor = settled.state === "paid" ? 0 : unsettledOf(settled);
  return { type: "RefundSettled", ...aboutOf(settled), means: settled.means, settledMinor, restMinor };
}
