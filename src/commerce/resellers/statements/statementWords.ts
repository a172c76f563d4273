import type { StatementKind } from "./statement.ts";

const kinds: Readonly<Record<StatementKind, string>> = {
  order: "Order paid by balance",
  order_on_invoice: "Order on invoice",
  invoice_paid: "Invoice paid",
  top_up: "Top-up",
  code_return: "Codes given back",
  refund: "Refund",
  taken_back: "Charge-back",
  payout: "Paid out",
  correction: "Correction",
};

/** What a printed statement says. */
export const statementWords = {
  kinds,
  accounts: { balance: "Balance", invoice: "Invoices" },
  heads: ["When (UTC)", "What", "Order", "On", "Amount", "After it"],
  title: (name: string, month: string): string => `Statement of ${name}, ${month}`,
  opening: (balance: string, invoiced: string): string =>
    `At the beginning: ${balance} on the balance, ${invoiced} open on invoices`,
  closing: (balance: string, invoiced: string): string =>
    `At the end: ${balance} on the balance, ${invoiced} open on invoices`,
};
