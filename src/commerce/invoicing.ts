import type { DeadlineKind, Job, Reaction, Route } from "../platform/index.ts";
import { answerWithdrawal } from "./answerWithdrawal/answerWithdrawal.ts";
import { showInformation } from "./information/index.ts";
import { invoiceReactions, issueInvoicesOf, listInvoices, listOrderInvoices } from "./invoices/index.ts";
import { tellWithdrawal } from "./tellWithdrawal/tellWithdrawal.ts";
import { askVatNumber, proveVatNumber, vatNumberDue } from "./vatNumbers/index.ts";
import { listWithdrawals } from "./withdrawals/index.ts";

/** What invoices, VAT numbers, what buyers are told and their withdrawals give to the module. */
export const invoicing: {
  readonly routes: readonly Route[];
  readonly jobs: readonly Job<never>[];
  readonly reactions: readonly Reaction[];
  readonly deadlines: readonly DeadlineKind[];
} = {
  routes: [
    ...[askVatNumber, listInvoices, listOrderInvoices, showInformation],
    ...[tellWithdrawal, listWithdrawals, answerWithdrawal],
  ],
  jobs: [proveVatNumber as unknown as Job<never>, issueInvoicesOf as unknown as Job<never>],
  reactions: invoiceReactions,
  deadlines: [vatNumberDue],
};
