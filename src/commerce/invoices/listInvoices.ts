import { Type } from "typebox";
import {
  IdParams,
  Month,
  notFound,
  PageQuery,
  page,
  publicId,
  read,
  readPublicId,
  shape,
  wrongCursor,
} from "../../platform/index.ts";
import { orderIdOf, sightOf } from "../sight.ts";
import { seenOrder } from "../store.ts";
import { invoiceKinds } from "./invoice.ts";
import { pageOfInvoices } from "./invoiceListStore.ts";
import { invoicesOfOrder } from "./invoiceStore.ts";
import { InvoiceSchema, invoiceView } from "./invoiceView.ts";

const DEFAULT_LIMIT = 50;

/** GET /v1/orders/{id}/invoices: the invoice of an order and its credit notes, the first first. */
export const listOrderInvoices = read({
  route: "GET /v1/orders/{id}/invoices",
  permission: "order.read",
  summary: "Lists the invoices and credit notes of an order.",
  params: IdParams,
  reply: shape({ data: Type.Array(InvoiceSchema) }),
  async run(db, { id }) {
    const order = await seenOrder(db, orderIdOf(id), ...sightOf(db.caller));
    if (order === undefined) {
      throw notFound("order");
    }
    return { data: (await invoicesOfOrder(db, order.orderId)).map(invoiceView) };
  },
});

/** GET /v1/invoices: those of the orders the caller may see, the newest first. */
export const listInvoices = read({
  route: "GET /v1/invoices",
  permission: "order.read",
  summary: "Lists invoices and credit notes, the newest first; of one month or kind where it is named.",
  query: shape({
    ...PageQuery,
    /** Of the seller's calendar: `2026-11`. */
    month: Type.Optional(Month),
    kind: Type.Optional(Type.Enum([...invoiceKinds])),
  }),
  reply: shape({
    ...page(InvoiceSchema).properties,
    /** False while nobody is set who sells: then nothing is issued. */
    isIssuing: Type.Boolean(),
  }),
  csv: true,
  async run(db, { after, limit = DEFAULT_LIMIT, month, kind }) {
    const before = after === undefined ? undefined : readPublicId("inv", after);
    if (after !== undefined && before?.no === undefined) {
      throw wrongCursor();
    }
    const first = month === undefined ? null : Temporal.PlainDate.from(`${month}-01`);
    const found = await pageOfInvoices(
      db,
      ...sightOf(db.caller),
      ...[kind ?? null, first, first?.add({ months: 1 }) ?? null],
      ...[before?.rootId ?? null, before?.no ?? null, limit + 1],
    );
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    return {
      data: shown.map(invoiceView),
      isIssuing: db.platform.config.seller !== undefined,
      nextCursor: found.length > limit && last !== undefined ? publicId("inv", last.orderId, last.no) : null,
    };
  },
});
