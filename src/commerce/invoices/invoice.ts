import type { TaxKind } from "../../catalogue/index.ts";
import type { Seller } from "../../platform/index.ts";
import type { TaxSum } from "../taxes/index.ts";

/** An invoice bills what was bought; a credit note takes some of it back and names what it corrects. */
export const invoiceKinds = ["invoice", "credit_note"] as const;
export type InvoiceKind = (typeof invoiceKinds)[number];

/** The letters before year and number. */
export const SERIES: Readonly<Record<InvoiceKind, string>> = { invoice: "INV", credit_note: "CN" };

/** A line as it is printed. Minor units. */
export interface InvoiceLine {
  readonly name: string;
  /** Null for delivery, and for a reduction that is of no one product. */
  readonly sku: string | null;
  readonly quantity: number;
  /** Of one piece, without tax; null where pieces differ. */
  readonly unitNetMinor: number | null;
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly taxKind: TaxKind;
  readonly taxRateBasisPoints: number | null;
}

/**
 * Everything an invoice prints, as it was on its day. The buyer's name and address are in the row of the
 * person it was sent to, which is never changed.
 */
export interface InvoiceFigures {
  readonly language: string;
  readonly seller: Seller;
  readonly buyer: { readonly country: string; readonly vatId: string | null };
  readonly order: string;
  /** The buyer's own number for it. */
  readonly purchaseOrder: string | null;
  /** A civil day; null where what was bought is supplied later, parcel by parcel. */
  readonly suppliedOn: string | null;
  readonly lines: readonly InvoiceLine[];
  readonly taxes: readonly TaxSum[];
  readonly isReverseCharge: boolean;
  /** What is written on a transfer; null where it was paid otherwise. */
  readonly reference: string | null;
  /** How it was paid; null where it is to be paid. */
  readonly paidBy: string | null;
  /** Of a credit note: the number and day of the invoice it corrects, and why. */
  readonly corrects: { readonly number: string; readonly issuedOn: string } | null;
  readonly reason: string | null;
}

/** An invoice or a credit note as it is kept. */
export interface Invoice {
  readonly orderId: string;
  readonly no: number;
  readonly kind: InvoiceKind;
  readonly series: string;
  readonly year: number;
  readonly number: number;
  readonly chargeNo: number;
  readonly refundNo: number | null;
  readonly corrects: number | null;
  readonly buyerId: string;
  readonly currency: string;
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly issuedAt: Temporal.Instant;
  readonly issuedOn: Temporal.PlainDate;
  readonly dueOn: Temporal.PlainDate | null;
  readonly figures: InvoiceFigures;
}

/** The number as people write it: `INV-2026-000001`. */
export function numberText({ series, year, number }: Pick<Invoice, "series" | "year" | "number">): string {
  return `${series}-${year}-${String(number).padStart(6, "0")}`;
}
