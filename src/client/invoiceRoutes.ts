import type { InvoiceActs } from "./invoiceActs.ts";

/** Where the acts and reads about invoices and VAT numbers are served. */
export const invoiceRoutes = {
  askVatNumber: "POST /v1/vat-numbers",
  listInvoices: "GET /v1/invoices",
  listOrderInvoices: "GET /v1/orders/{id}/invoices",
  tellWithdrawal: "POST /v1/orders/{id}/withdrawal",
  listWithdrawals: "GET /v1/withdrawals",
  answerWithdrawal: "POST /v1/withdrawals/{id}/answer",
  showInformation: "GET /v1/orders/{id}/information",
} as const satisfies { [Name in keyof InvoiceActs]: InvoiceActs[Name]["route"] };
