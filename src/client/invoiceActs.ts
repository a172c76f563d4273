import type { askVatNumber, listInvoices, listOrderInvoices, showInformation } from "../commerce/index.ts";

/** The acts and reads about invoices and VAT numbers, by the names they have here. */
export interface InvoiceActs {
  readonly askVatNumber: typeof askVatNumber;
  readonly listInvoices: typeof listInvoices;
  readonly listOrderInvoices: typeof listOrderInvoices;
  readonly showInformation: typeof showInformation;
}
