export { invoiceReactions } from "./invoiceReactions.ts";
export { invoicesOfOrder } from "./invoiceStore.ts";
export { issueInvoices, issueInvoicesOf } from "./issueInvoices.ts";
