import type {
  answerWithdrawal,
  askVatNumber,
  listInvoices,
  listOrderInvoices,
  listWithdrawals,
  showInformation,
  tellWithdrawal,
} from "../commerce/index.ts";

/** The acts and reads about invoices and VAT numbers, by the names they have here. */
export interface InvoiceActs {
  readonly askVatNumber: typeof askVatNumber;
  readonly listInvoices: typeof listInvoices;
  readonly listOrderInvoices: typeof listOrderInvoices;
  readonly tellWithdrawal: typeof tellWithdrawal;
  readonly listWithdrawals: typeof listWithdrawals;
  readonly answerWithdrawal: typeof answerWithdrawal;
  readonly showInformation: typeof showInformation;
}
