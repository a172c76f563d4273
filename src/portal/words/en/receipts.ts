/** Payments, receipts and refunds of the visitor. */
export const receipts = {
  title: "My payments",
  none: "Nothing was paid with this e-mail yet.",
  csv: "As a file for a spreadsheet (CSV)",
  receipt: "Receipt",
  see: "See the receipt",
  number: "Number",
  date: "Paid on",
  from: "From",
  to: "For",
  purposes: { order: "Order", claim_fee: "Fee of a case", renewal: "Renewal of a plan" } as Readonly<
    Record<string, string>
  >,
  what: "What for",
  fee: "Fee for a replacement or repair",
  lines: "What was paid",
  line: "For",
  quantity: "Number",
  net: "Without tax",
  tax: "Tax",
  total: "Paid",
  taxes: { vat: "VAT", gst: "GST", sales_tax: "Sales tax", other: "Tax", none: "No tax" } as Readonly<
    Record<string, string>
  >,
  percent: (share: number) => `${share} %`,
  by: "Paid by",
  reference: "Reference of the payment provider",
  printNote: "Print it with your browser: the page is made for paper.",
  balance: (sum: string) => `${sum} of yours is with us`,
  balanceNote:
    "It is more than was owed, or was put aside for you. A person sends it back to where it came from. There is nothing to do.",
  refunds: "Paid back",
  refundsNone: "Nothing was paid back.",
  invoice: "On invoice",
  kinds: { payment: "payment", refund: "refund" },
  statePaid: "paid",
} as const;
