/** What is to be paid by a day. */
export interface Receivable {
  readonly rootId: string;
  readonly chargeNo: number;
  readonly reference: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly paidMinor: number;
  readonly invoicedAt: Temporal.Instant;
  readonly dueOn: Temporal.PlainDate;
}
