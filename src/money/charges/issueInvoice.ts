import { publicId, type Tx } from "../../platform/index.ts";
import { insertReceivable, referenceOf } from "../transfers/index.ts";

/** What is owed on an invoice. */
interface Owed {
  readonly rootId: string;
  readonly chargeNo: number;
  readonly amountMinor: number;
  readonly currency: string;
}

/** Puts down by which day an invoice is to be paid, and what is written on the transfer. */
export async function issueInvoice(tx: Tx, { rootId, chargeNo, amountMinor, currency }: Owed): Promise<void> {
  const reference = referenceOf(publicId("chg", rootId, chargeNo));
  const { invoiceDays } = tx.platform.config;
  const dueOn = tx.at.toZonedDateTimeISO("UTC").toPlainDate().add({ days: invoiceDays });
  await insertReceivable(tx, rootId, chargeNo, reference, amountMinor, currency, tx.at, dueOn);
  tx.record(rootId, [{ type: "InvoiceIssued", chargeNo, reference, dueOn: dueOn.toString() }]);
}
