/** The list of invoices and credit notes that were issued. */
export const issued = {
  title: "Invoices issued",
  about: "Invoices and credit notes, numbered without a gap. A row opens its paper.",
  notIssuing:
    "No invoices are issued, because nobody is set who sells: an administrator sets EVERMEND_SELLER_NAME and " +
    "EVERMEND_SELLER_ADDRESS. Orders of the last two months get theirs then.",
  number: "Number",
  kind: "Kind",
  kinds: { invoice: "Invoice", credit_note: "Credit note" },
  order: "Order",
  issuedOn: "Issued",
  due: "Due",
  net: "Net",
  tax: "Tax",
  gross: "Total",
  country: "Country",
  vatId: "VAT number",
  reverseCharge: "Reverse charge",
  month: "Month",
  empty: "No invoice has been issued yet.",
  emptyFiltered: "No invoice is of this month and kind.",
} as const;
