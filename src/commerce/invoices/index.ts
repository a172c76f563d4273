export { invoicePlugin } from "./invoicePlugin.ts";
export { invoiceReactions } from "./invoiceReactions.ts";
export { invoicesOfOrder } from "./invoiceStore.ts";
export { InvoiceSchema, type InvoiceView, invoiceView } from "./invoiceView.ts";
export { issueInvoices, issueInvoicesOf } from "./issueInvoices.ts";
export { listInvoices, listOrderInvoices } from "./listInvoices.ts";
export { paperOf } from "./paperOf.ts";
export { registerFonts, setText } from "./pdfText.ts";
