import { chargeOf } from "../money/index.ts";
import type { DeadlineKind, Tx } from "../platform/index.ts";
import { claimByNo } from "./store.ts";

/** Nobody chose, or nobody paid, in time. */
export const PAYMENT_LAPSES = "payment_lapses";

/** The owner is reminded that the time to choose or to pay ends. */
export const PAYMENT_REMINDS = "payment_reminds";

/** How many days before the last one an owner is reminded, and at which hour of the contract's zone. */
const DAYS_BEFORE = [7, 3, 1] as const;
const HOUR = 9;

/** The next reminder of a day to pay by, after an instant; undefined when none is left. Pure. */
export function nextReminder(
  dueAt: Temporal.Instant,
  at: Temporal.Instant,
  zone: string,
): { readonly at: Temporal.Instant; readonly daysLeft: number } | undefined {
  const lastDay = dueAt.subtract({ nanoseconds: 1 }).toZonedDateTimeISO(zone).toPlainDate();
  return DAYS_BEFORE.map((daysLeft) => ({
    daysLeft,
    at: lastDay
      .subtract({ days: daysLeft })
      .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour: HOUR }) })
      .toInstant(),
  })).find((each) => Temporal.Instant.compare(each.at, at) > 0);
}

/** Sets, or moves, the time to choose or to pay, and the reminders before it. */
export function awaitPayment(
  tx: Tx,
  { deviceId, no, zone }: { readonly deviceId: string; readonly no: number; readonly zone: string },
  dueAt: Temporal.Instant,
): void {
  const next = nextReminder(dueAt, tx.at, zone);
  tx.schedule(deviceId, PAYMENT_LAPSES, String(no), dueAt);
  if (next !== undefined) {
    tx.schedule(deviceId, PAYMENT_REMINDS, String(no), next.at);
  }
}

/** Nothing is awaited of the owner any more. */
export function paymentCame(
  tx: Tx,
  { deviceId, no }: { readonly deviceId: string; readonly no: number },
): void {
  tx.meet(deviceId, PAYMENT_LAPSES, String(no));
  tx.meet(deviceId, PAYMENT_REMINDS, String(no));
}

/** Reminds, and sets the next reminder. Who has paid already, or is about to, is left in peace. */
export const paymentReminds: DeadlineKind = {
  kind: PAYMENT_REMINDS,
  run: async (tx, { rootId, key }) => {
    const claim = await claimByNo(tx, rootId, Number(key));
    if (claim === undefined || claim.dueAt === null || !["inspected", "chosen"].includes(claim.state)) {
      return;
    }
    const { no, dueAt, zone, chargeNo } = claim;
    const next = nextReminder(dueAt, tx.at, zone);
    if (next !== undefined) {
      tx.schedule(rootId, PAYMENT_REMINDS, key, next.at);
    }
    const charge = chargeNo === null ? undefined : await chargeOf(tx, rootId, chargeNo);
    const isPaying = charge?.attempt?.state === "pending" || charge?.attempt?.state === "unknown";
    if (charge?.state !== "captured" && !isPaying && Temporal.Instant.compare(tx.at, dueAt) < 0) {
      tx.record(rootId, [{ type: "PaymentReminded", claimNo: no, dueAt: dueAt.toString() }]);
    }
  },
};
