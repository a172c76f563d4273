import type { DeadlineKind, Tx } from "../../platform/index.ts";
import type { Refund } from "./refund.ts";
import { refundOf } from "./refundStore.ts";

/** Before the day a refund must be paid, and on it. Its key is the refund's number. */
export const REFUND_WARNS = "refund_warns";
export const REFUND_DUE = "refund_due";

/** How long before that day staff is warned; where the time is shorter, at once. */
const WARNED_BEFORE = { hours: 3 * 24 };

/** Sets the deadlines of a refund that was asked for. */
export function scheduleDue(tx: Tx, { rootId, no, dueAt }: Pick<Refund, "rootId" | "no" | "dueAt">): void {
  if (dueAt === null) {
    return;
  }
  const warned = dueAt.subtract(WARNED_BEFORE);
  const first = Temporal.Instant.compare(warned, tx.at) < 0 ? tx.at : warned;
  tx.schedule(rootId, REFUND_WARNS, String(no), first);
  tx.schedule(rootId, REFUND_DUE, String(no), dueAt);
}

/** Says that they are not needed any more. */
export function meetDue(tx: Tx, { rootId, no, dueAt }: Pick<Refund, "rootId" | "no" | "dueAt">): void {
  if (dueAt !== null) {
    tx.meet(rootId, REFUND_WARNS, String(no));
    tx.meet(rootId, REFUND_DUE, String(no));
  }
}

/** A refund that is not paid is told of before it is late, and when it is: from then on it may grow. */
export const refundWarns: DeadlineKind = {
  kind: REFUND_WARNS,
  run: (tx, due) => tell(tx, due, "RefundDueSoon"),
};
export const refundFallsDue: DeadlineKind = {
  kind: REFUND_DUE,
  run: (tx, due) => tell(tx, due, "RefundLate"),
};

async function tell(
  tx: Tx,
  { rootId, key }: { readonly rootId: string; readonly key: string },
  type: "RefundDueSoon" | "RefundLate",
): Promise<void> {
  const refund = await refundOf(tx, rootId, Number(key));
  if (refund === undefined || refund.state === "paid" || refund.state === "declined") {
    return;
  }
  const { no, chargeNo, kind, subject, state, dueAt } = refund;
  tx.record(rootId, [
    { type, refundNo: no, chargeNo, kind, subject, state, dueAt: dueAt?.toString() ?? null },
  ]);
  if (type === "RefundLate") {
    tx.platform.log.error({ rootId, refundNo: no, state }, "a refund is late and grows by its penalty");
  }
}
