import { many, maybeOne } from "../../platform/index.ts";
import { seenBy } from "../store.ts";
import type { Invoice } from "./invoice.ts";
import { INVOICE } from "./invoiceStore.ts";

/**
 * A page of the invoices of the orders the caller may see, the newest first: of kind `$6`, issued from `$7`
 * and before `$8`, behind invoice `$10` of order `$9`.
 */
export const pageOfInvoices = many<Invoice>(
  "page_of_invoices",
  `select ${INVOICE}
     from commerce.invoice as i
     join commerce.order as o on o.order_id = i.order_id
    where ${seenBy(1)}
      and ($6::text is null or i.kind = $6)
      and ($7::date is null or (i.issued_on >= $7 and i.issued_on < $8::date))
      and ($9::text is null or (i.issued_at, i.series, i.number) <
            (select one.issued_at, one.series, one.number from commerce.invoice as one
              where one.order_id = $9 and one.no = $10::integer))
    order by i.issued_at desc, i.series desc, i.number desc
    limit $11`,
);

/** One invoice of an order the caller may see. */
export const seenInvoice = maybeOne<Invoice>(
  "seen_invoice",
  `select ${INVOICE}
     from commerce.invoice as i
     join commerce.order as o on o.order_id = i.order_id
    where i.order_id = $6 and i.no = $7 and ${seenBy(1)}`,
);
