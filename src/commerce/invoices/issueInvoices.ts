import {
  type Faults,
  failPoint,
  type Job,
  publicId,
  systemCaller,
  type Tx,
  transact,
  waking,
} from "../../platform/index.ts";
import { lockOrders } from "../store.ts";
import { creditFigures, invoiceFigures } from "./figuresOf.ts";
import { type Invoice, type InvoiceFigures, type InvoiceKind, numberText, SERIES } from "./invoice.ts";
import { insertInvoices, lockSeries, moveSeries, ordersToBill, refundsToCredit } from "./invoiceStore.ts";

/**
 * Issues what is due of orders: an invoice for what was captured, a credit note for each refund that was
 * agreed to. Those that wait are issued together, so that the lock of a series is held once for all of them.
 */
export const issueInvoicesOf: Job<{ readonly rootId: string }> = waking(
  {
    name: "issue_invoices",
    // An invoice locks its order, for whose codes somebody waits.
    canWaitMs: 30_000,
    run: (platform, { rootId }: { readonly rootId: string }) =>
      transact(platform, systemCaller, (tx) => issueInvoices(tx, [rootId])),
    runTogether: async (platform, data: readonly { readonly rootId: string }[]) => {
      const issue = (ids: readonly string[]) =>
        transact(platform, systemCaller, (tx) => issueInvoices(tx, ids));
      try {
        await issue(data.map(({ rootId }) => rootId));
        return new Map();
      } catch (error) {
        return data.length === 1 ? new Map([[0, error]]) : await oneByOne(data, issue);
      }
    },
  },
  ({ rootId }) => rootId,
);

/** An order that cannot be billed holds up nobody else's invoice. */
async function oneByOne(
  data: readonly { readonly rootId: string }[],
  issue: (ids: readonly string[]) => Promise<void>,
): Promise<Faults> {
  const faults = new Map<number, unknown>();
  for (const [place, { rootId }] of data.entries()) {
    await issue([rootId]).catch((error: unknown) => faults.set(place, error));
  }
  return faults;
}

/** An invoice as it will be kept, before it has its number. */
type Unnumbered = Omit<Invoice, "series" | "year" | "number" | "issuedAt" | "issuedOn">;

/**
 * Issues what is due of these orders in the caller's transaction. Nothing is issued while nobody is set who
 * sells: no number is taken. The orders are locked first and the series last, and what is due is looked up
 * behind that lock, so that nothing is issued twice and no number is lost.
 */
export async function issueInvoices(tx: Tx, orderIds: readonly string[]): Promise<void> {
  const { seller } = tx.platform.config;
  if (seller === undefined) {
    return;
  }
  const locked = (await lockOrders(tx, [...new Set(orderIds)])).map(({ orderId }) => orderId);
  if (locked.length === 0) {
    return;
  }
  const issuedOn = tx.at.toZonedDateTimeISO(seller.zone).toPlainDate();
  await number(tx, "invoice", issuedOn, async () =>
    (await ordersToBill(tx, locked)).map((order) =>
      unnumbered("invoice", { ...order, no: order.count + 1 }, invoiceFigures(order, { seller, issuedOn })),
    ),
  );
  const given = new Map<string, number>();
  await number(tx, "credit_note", issuedOn, async () =>
    (await refundsToCredit(tx, locked)).map((refund) => {
      const no = (given.get(refund.orderId) ?? refund.count) + 1;
      given.set(refund.orderId, no);
      return unnumbered("credit_note", { ...refund, no }, creditFigures(refund, { seller }));
    }),
  );
}

/** Gives the next numbers of a series to what is due, if anything is. */
async function number(
  tx: Tx,
  kind: InvoiceKind,
  issuedOn: Temporal.PlainDate,
  due: () => Promise<readonly Unnumbered[]>,
): Promise<void> {
  // Looked at before the lock, because most often nothing is due; and behind it, because that counts.
  if ((await due()).length === 0) {
    return;
  }
  const { year } = issuedOn;
  const series = SERIES[kind];
  const { last } = await lockSeries(tx, series, year);
  const invoices = (await due()).map((one, place) => ({ ...one, series, year, number: last + place + 1 }));
  if (invoices.length === 0) {
    return;
  }
  const rows = invoices.map((one) => ({ ...one, issuedOn: issuedOn.toString() }));
  await moveSeries(tx, series, year, last + invoices.length);
  failPoint(tx.platform, "invoice_numbered");
  await insertInvoices(tx, JSON.stringify(rows), tx.at);
  for (const invoice of invoices) {
    tx.record(invoice.orderId, [eventOf(invoice)]);
  }
  failPoint(tx.platform, "invoice_written");
}

function unnumbered(
  kind: InvoiceKind,
  about: Pick<Invoice, "orderId" | "no" | "chargeNo" | "buyerId" | "currency"> &
    Partial<Pick<Invoice, "refundNo" | "corrects" | "dueOn">>,
  figures: InvoiceFigures,
): Unnumbered {
  const { orderId, no, chargeNo, buyerId, currency } = about;
  const sum = (of: "netMinor" | "taxMinor") => figures.lines.reduce((total, line) => total + line[of], 0);
  return {
    ...{ orderId, no, kind, chargeNo, buyerId, currency, figures },
    refundNo: about.refundNo ?? null,
    corrects: kind === "credit_note" ? (about.corrects ?? null) : null,
    dueOn: about.dueOn ?? null,
    ...{ netMinor: sum("netMinor"), taxMinor: sum("taxMinor") },
  };
}

function eventOf(invoice: Unnumbered & Pick<Invoice, "series" | "year" | "number">) {
  const { kind, orderId, no, refundNo, netMinor, taxMinor, currency } = invoice;
  const told = {
    invoice: publicId("inv", orderId, no),
    number: numberText(invoice),
    amount: { amount: netMinor + taxMinor, currency },
  };
  return kind === "invoice"
    ? { type: "OrderInvoiced", ...told }
    : { type: "CreditNoteIssued", ...told, refundNo };
}
