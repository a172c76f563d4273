import type { TaxKind } from "../../catalogue/index.ts";
import type { TaxTreatment } from "../taxes/index.ts";

/** A charge line as it was captured, with what it is of. */
export interface BilledLine {
  readonly no: number;
  readonly kind: string;
  readonly name: string | null;
  readonly sku: string | null;
  readonly quantity: number;
  readonly unitNetMinor: number | null;
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly taxKind: TaxKind;
  readonly taxRateBasisPoints: number | null;
}

/** What is known of an order whose charge was captured. */
export interface OrderToBill {
  readonly orderId: string;
  readonly chargeNo: number;
  /** How many invoices and credit notes it has. */
  readonly count: number;
  readonly buyerId: string;
  readonly country: string;
  readonly vatId: string | null;
  readonly currency: string;
  readonly purchaseOrder: string | null;
  readonly treatment: TaxTreatment;
  readonly amountMinor: number;
  readonly provider: string | null;
  /** Of an order on invoice terms. */
  readonly reference: string | null;
  readonly dueOn: Temporal.PlainDate | null;
  readonly lines: readonly BilledLine[];
}

/** A part of a refund, with the line of the charge it takes back. */
export interface CreditedLine {
  /** Null where it is of no one line. */
  readonly lineNo: number | null;
  readonly pieces: number;
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly taxKind: TaxKind;
}

/** What is known of a refund of such an order. */
export interface RefundToCredit
  extends Omit<OrderToBill, "amountMinor" | "provider" | "reference" | "dueOn"> {
  readonly refundNo: number;
  readonly reason: string;
  readonly amountMinor: number;
  /** The invoice it corrects. */
  readonly corrects: number;
  readonly series: string;
  readonly year: number;
  readonly number: number;
  readonly issuedOn: Temporal.PlainDate;
  readonly credited: readonly CreditedLine[];
}
