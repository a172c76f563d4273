import { publicId } from "../../platform/index.ts";
import type { Finding } from "./comparison.ts";
import { CREDIT_DAYS, daysBetween } from "./days.ts";
import { side, sum } from "./sides.ts";

/** Money at our bank that belongs to nothing yet. */
export interface WaitingCredit {
  readonly creditId: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly bookedOn: Temporal.PlainDate;
}

/** An invoice whose day is over. */
export interface OverdueInvoice {
  readonly rootId: string;
  readonly chargeNo: number;
  readonly missingMinor: number;
  readonly currency: string;
  readonly dueOn: Temporal.PlainDate;
}

/** What waits in our own books for too long. Pure. */
export function matchOwnBooks(
  credits: readonly WaitingCredit[],
  invoices: readonly OverdueInvoice[],
  today: Temporal.PlainDate,
): readonly Finding[] {
  const waiting = credits
    .filter(({ bookedOn }) => daysBetween(bookedOn, today) >= CREDIT_DAYS)
    .map(
      ({ creditId, amountMinor, currency, bookedOn }): Finding => ({
        ...{ cause: "bank_credit_unallocated", lineId: null, ourKey: publicId("crd", creditId) },
        ...{ amountMinor, currency, detail: `came on ${bookedOn}` },
        sides: [side("amount", null, sum(amountMinor, currency)), side("day", null, bookedOn.toString())],
      }),
    );
  const overdue = invoices.map(
    ({ rootId, chargeNo, missingMinor, currency, dueOn }): Finding => ({
      ...{ cause: "invoice_overdue", lineId: null, ourKey: publicId("chg", rootId, chargeNo) },
      ...{ amountMinor: missingMinor, currency, detail: `was due on ${dueOn}` },
      sides: [side("amount", null, sum(missingMinor, currency)), side("day", null, dueOn.toString())],
    }),
  );
  return [...waiting, ...overdue];
}
