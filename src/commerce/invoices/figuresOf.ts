import assert from "node:assert/strict";
import type { Seller } from "../../platform/index.ts";
import { taxSums } from "../taxes/index.ts";
import { type InvoiceFigures, type InvoiceLine, numberText } from "./invoice.ts";
import { invoiceWords as en } from "./invoiceWords.ts";
import type { BilledLine, CreditedLine, OrderToBill, RefundToCredit } from "./orderToBill.ts";

/** What is the same on both kinds. */
type Common = Pick<OrderToBill, "orderId" | "country" | "vatId" | "purchaseOrder" | "treatment">;

/**
 * The figures of an order's invoice: what its charge took, line by line. They come to the charge's amount, to
 * the minor unit. Pure.
 */
export function invoiceFigures(
  order: OrderToBill,
  { seller, issuedOn }: { readonly seller: Seller; readonly issuedOn: Temporal.PlainDate },
): InvoiceFigures {
  const lines = order.lines.map(printedLine);
  demandSum(lines, order.amountMinor);
  // Goods are supplied when they are handed over, which is later than this.
  const isSupplied = order.lines.every(({ kind }) => kind === "plan");
  return {
    ...common(order, seller, lines),
    suppliedOn: isSupplied ? issuedOn.toString() : null,
    reference: order.reference,
    paidBy: order.dueOn === null ? en.paidBy(order.provider) : null,
    ...{ corrects: null, reason: null },
  };
}

/** The figures of a refund's credit note: the amounts it takes back, with the tax they were billed with. */
export function creditFigures(
  refund: RefundToCredit,
  { seller }: { readonly seller: Seller },
): InvoiceFigures {
  const byLine = Map.groupBy(refund.credited, ({ lineNo, taxKind }) => `${lineNo} ${taxKind}`);
  const lines = [...byLine.values()].map((parts) => creditedLine(parts, refund.lines));
  demandSum(lines, refund.amountMinor);
  return {
    ...common(refund, seller, lines),
    suppliedOn: null,
    ...{ reference: null, paidBy: null },
    corrects: { number: numberText(refund), issuedOn: refund.issuedOn.toString() },
    reason: refund.reason,
  };
}

function common(
  { orderId, country, vatId, purchaseOrder, treatment }: Common,
  seller: Seller,
  lines: readonly InvoiceLine[],
) {
  const parts = lines.map((line) => ({ ...line, grossMinor: line.netMinor + line.taxMinor }));
  return {
    ...{ language: "en", seller, lines, purchaseOrder },
    buyer: { country, vatId },
    order: `ord_${orderId}`,
    taxes: taxSums(parts, country),
    isReverseCharge: treatment === "reverse_charge",
  };
}

function printedLine(line: BilledLine): InvoiceLine {
  const { name, sku, quantity, unitNetMinor, netMinor, taxMinor, taxKind, taxRateBasisPoints } = line;
  return {
    name: name ?? (line.kind === "delivery" ? en.delivery : en.other),
    ...{ sku, quantity, netMinor, taxMinor, taxKind, taxRateBasisPoints },
    unitNetMinor: unitNetMinor !== null && unitNetMinor * quantity === netMinor ? unitNetMinor : null,
  };
}

function creditedLine(parts: readonly CreditedLine[], billed: readonly BilledLine[]): InvoiceLine {
  const [first] = parts;
  const line = billed.find(({ no }) => no === first?.lineNo);
  const sum = (of: "netMinor" | "taxMinor" | "pieces") => parts.reduce((total, part) => total + part[of], 0);
  const taxKind = first?.taxKind ?? "none";
  return {
    name: line === undefined ? en.reduction : printedLine(line).name,
    sku: line?.sku ?? null,
    quantity: Math.max(1, sum("pieces")),
    unitNetMinor: null,
    ...{ netMinor: sum("netMinor"), taxMinor: sum("taxMinor"), taxKind },
    // What was billed with a tax and comes back without any keeps no rate.
    taxRateBasisPoints: line?.taxKind === taxKind ? line.taxRateBasisPoints : null,
  };
}

function demandSum(lines: readonly InvoiceLine[], amountMinor: number): void {
  const sum = lines.reduce((total, { netMinor, taxMinor }) => total + netMinor + taxMinor, 0);
  assert.equal(sum, amountMinor, "an invoice prints exactly what was moved");
}
