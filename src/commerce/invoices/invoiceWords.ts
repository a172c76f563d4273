import type { InvoiceKind } from "./invoice.ts";

const PAID_BY: Readonly<Record<string, string>> = {
  stripe: "card",
  bank: "bank transfer",
  balance: "your balance with us",
  test: "test payment",
};

/** What invoices and credit notes say, in English. */
export const invoiceWords = {
  kinds: { invoice: "Invoice", credit_note: "Credit note" } satisfies Record<InvoiceKind, string>,
  issuedOn: "Issued on",
  suppliedOn: "Supplied on",
  dueOn: "To be paid by",
  reference: "Write on the transfer",
  paid: "Paid by",
  paidBy: (provider: string | null) => PAID_BY[provider ?? ""] ?? "other means",
  corrects: "Corrects",
  ofDay: (number: string, day: string) => `${number} of ${day}`,
  reason: "Because",
  reasons: {
    withdrawal: "the buyer withdrew",
    "no-longer-wanted": "no longer wanted",
    "device-returned": "the device went back",
  } as Readonly<Record<string, string>>,
  order: "Order",
  purchaseOrder: "Your order number",
  seller: "Seller",
  buyer: "Buyer",
  vatId: "VAT number",
  line: "Description",
  quantity: "Quantity",
  unit: "Unit, net",
  rate: "Rate",
  net: "Net",
  tax: "Tax",
  total: { invoice: "Total", credit_note: "Total credited" } satisfies Record<InvoiceKind, string>,
  of: (name: string) => `${name} on`,
  delivery: "Delivery",
  other: "Other",
  reduction: "Reduction",
  reverseCharge:
    "Reverse charge: VAT is to be accounted for by the recipient (Directive 2006/112/EC, Art. 196).",
  page: (no: number, of: number) => `Page ${no} of ${of}`,
} as const;
