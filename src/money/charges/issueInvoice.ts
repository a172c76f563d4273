import { publicId, type Tx } from "../../platform/index.ts";
import { accountOf } from "../resellerAccounts/index.ts";
import { insertReceivable, referenceOf } from "../transfers/index.ts";

/** What is owed on an invoice. */
interface Owed {
  readonly rootId: string;
  readonly chargeNo: number;
  readonly amountMinor: number;
  readonly currency: string;
  /** Whose contract gives the days, and whose credit it counts against. */
  readonly resellerId: string | undefined;
}

/** Puts down by which day an invoice is to be paid, and what is written on the transfer. */
export async function issueInvoice(tx: Tx, owed: Owed): Promise<void> {
  const { rootId, chargeNo, amountMinor, currency, resellerId } = owed;
  const reference = referenceOf(publicId("chg", rootId, chargeNo));
  const account = resellerId === undefined ? undefined : await accountOf(tx, resellerId, currency);
  const invoiceDays = account?.invoiceDays ?? tx.platform.config.invoiceDays;
  const dueOn = tx.at.toZonedDateTimeISO("UTC").toPlainDate().add({ days: invoiceDays });
  const whose = resellerId ?? null;
  await insertReceivable(tx, rootId, chargeNo, reference, amountMinor, currency, tx.at, dueOn, whose);
  tx.record(rootId, [{ type: "InvoiceIssued", chargeNo, reference, dueOn: dueOn.toString() }]);
}
