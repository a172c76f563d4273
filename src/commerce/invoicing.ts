import type { DeadlineKind, Job, Reaction, Route } from "../platform/index.ts";
import { showInformation } from "./information/index.ts";
import { invoiceReactions, issueInvoicesOf, listInvoices, listOrderInvoices } from "./invoices/index.ts";
import { askVatNumber, proveVatNumber, vatNumberDue } from "./vatNumbers/index.ts";

/** What invoices, credit notes and VAT numbers give to the module. */
export const invoicing: {
  readonly routes: readonly Route[];
  readonly jobs: readonly Job<never>[];
  readonly reactions: readonly Reaction[];
  readonly deadlines: readonly DeadlineKind[];
} = {
  routes: [askVatNumber, listInvoices, listOrderInvoices, showInformation],
  jobs: [proveVatNumber as unknown as Job<never>, issueInvoicesOf as unknown as Job<never>],
  reactions: invoiceReactions,
  deadlines: [vatNumberDue],
};
