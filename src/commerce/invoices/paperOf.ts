import { personOf } from "../../identity/index.ts";
import { notFound, type ReadContext, readPublicId } from "../../platform/index.ts";
import { sightOf } from "../sight.ts";
import { numberText } from "./invoice.ts";
import { seenInvoice } from "./invoiceListStore.ts";
import { pdfOfInvoice } from "./pdfOfInvoice.ts";

/** An invoice on paper: its file's name and its bytes. Errors: Problem 404 where the caller sees none. */
export async function paperOf(
  db: ReadContext,
  id: string,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const read = readPublicId("inv", id);
  const invoice =
    read?.no === undefined ? undefined : await seenInvoice(db, ...sightOf(db.caller), read.rootId, read.no);
  if (invoice === undefined) {
    throw notFound("invoice");
  }
  const bytes = await pdfOfInvoice(invoice, await personOf(db, invoice.buyerId));
  return { name: `${numberText(invoice)}.pdf`, bytes };
}
