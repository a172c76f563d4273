import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import type { NewPerson } from "../../identity/index.ts";
import { printMoney } from "../../terms/index.ts";
import { percent, taxWords } from "../taxes/index.ts";
import { type Invoice, type InvoiceLine, numberText } from "./invoice.ts";
import { invoiceWords as en } from "./invoiceWords.ts";
import { type FontName, registerFonts, setText } from "./pdfText.ts";

const PAGE = { size: "A4", margin: 56 } as const;
const WIDTH = 595.28 - 2 * PAGE.margin;
const BOTTOM = 841.89 - PAGE.margin - 24;

/** What is printed beside the figures: who it was sent to. A business stands before whoever bought for it. */
export type Addressee =
  | { readonly name: string; readonly company?: string | null; readonly address?: unknown }
  | undefined;

/**
 * An invoice or a credit note on A4, from its kept figures alone: the same bytes whenever it is made, because
 * its dates and its id are the invoice's own. Amounts are minor units.
 */
export async function pdfOfInvoice(invoice: Invoice, addressee: Addressee): Promise<Buffer> {
  const number = numberText(invoice);
  const issuedAt = new Date(invoice.issuedAt.epochMilliseconds);
  const document = new PDFDocument({
    ...PAGE,
    bufferPages: true,
    lang: invoice.figures.language,
    displayTitle: true,
    info: {
      Title: `${en.kinds[invoice.kind]} ${number}`,
      Author: invoice.figures.seller.name,
      CreationDate: issuedAt,
      ModDate: issuedAt,
    },
  });
  // The file's id is made of the description above, so that it is the same every time.
  registerFonts(document);
  const bytes = buffer(document);
  setHead(document, invoice, number);
  setParties(document, invoice, addressee);
  setFacts(document, invoice);
  setLines(document, invoice);
  setSums(document, invoice);
  setFeet(document, invoice, number);
  document.end();
  return await bytes;
}

function say(document: PDFKit.PDFDocument, text: string, font: FontName = "plain", size = 9): void {
  setText(document, text, { font, size });
}

function setHead(document: PDFKit.PDFDocument, { kind }: Invoice, number: string): void {
  say(document, `${en.kinds[kind]} ${number}`, "bold", 18);
  document.moveDown(0.8);
}

function setParties(document: PDFKit.PDFDocument, { figures }: Invoice, addressee: Addressee): void {
  const { seller, buyer } = figures;
  const top = document.y;
  const column = (title: string, lines: readonly (string | undefined | null)[], x: number): number => {
    setText(document, title, { font: "bold", size: 9, x, y: top, width: WIDTH / 2 - 10 });
    for (const line of lines) {
      if (line !== undefined && line !== null && line !== "") {
        setText(document, line, { font: "plain", size: 9, x, width: WIDTH / 2 - 10 });
      }
    }
    return document.y;
  };
  const vat = (id: string | null | undefined) => (id ? `${en.vatId}: ${id}` : undefined);
  const address = addressee?.address as NewPerson["address"] | null;
  const ends = [
    column(
      en.seller,
      [
        ...[seller.name, seller.street, seller.town, seller.country],
        ...[vat(seller.vatId), seller.registration, seller.contact],
      ],
      PAGE.margin,
    ),
    column(
      en.buyer,
      [
        // Who buys for a business may have been named by its name.
        ...new Set([addressee?.company, addressee?.name]),
        ...[address?.line1, address?.line2, address && `${address.postcode} ${address.city}`],
        ...[buyer.country, vat(buyer.vatId)],
      ],
      PAGE.margin + WIDTH / 2,
    ),
  ];
  document.x = PAGE.margin;
  document.y = Math.max(...ends);
  document.moveDown(1);
}

/** What the paper says of itself, each with its name before it. */
export function factsOf({ issuedOn, dueOn, figures }: Invoice): readonly (readonly [string, string])[] {
  const { suppliedOn, order, purchaseOrder, reference, paidBy, corrects, reason } = figures;
  const told: readonly (readonly [string, string | null | undefined])[] = [
    [en.issuedOn, issuedOn.toString()],
    [en.suppliedOn, suppliedOn],
    [en.corrects, corrects && en.ofDay(corrects.number, corrects.issuedOn)],
    [en.reason, reason && (en.reasons[reason] ?? reason)],
    [en.order, order],
    [en.purchaseOrder, purchaseOrder],
    [en.dueOn, dueOn?.toString()],
    [en.reference, reference],
    [en.paid, paidBy],
  ];
  return told.flatMap(([name, value]) => (value ? [[name, value] as const] : []));
}

function setFacts(document: PDFKit.PDFDocument, invoice: Invoice): void {
  for (const [name, value] of factsOf(invoice)) {
    say(document, `${name}: ${value}`);
  }
  document.moveDown(1);
}

/** Where the columns of lines begin, and how wide they are, in points. */
const COLUMNS = [
  [0, 190],
  [195, 45],
  [245, 65],
  [315, 40],
  [360, 60],
  [425, 58],
] as const;

function setRow(document: PDFKit.PDFDocument, cells: readonly string[], font: FontName): void {
  if (document.y > BOTTOM - 40) {
    document.addPage();
  }
  const top = document.y;
  let bottom = top;
  for (const [place, cell] of cells.entries()) {
    const [left, width] = COLUMNS[place] ?? [0, 60];
    const align = place === 0 ? "left" : "right";
    setText(document, cell, { font, size: 8, x: PAGE.margin + left, y: top, width, align });
    bottom = Math.max(bottom, document.y);
  }
  document.x = PAGE.margin;
  document.y = bottom + 3;
}

function setLines(document: PDFKit.PDFDocument, { figures, currency }: Invoice): void {
  const { line, quantity, unit, rate, net, tax } = en;
  setRow(document, [line, quantity, unit, rate, net, tax], "bold");
  for (const one of figures.lines) {
    setRow(document, cellsOf(one, currency), "plain");
  }
  document.moveDown(0.6);
}

function cellsOf(line: InvoiceLine, currency: string): readonly string[] {
  const { name, sku, quantity, unitNetMinor, netMinor, taxMinor, taxRateBasisPoints } = line;
  return [
    sku === null ? name : `${name} (${sku})`,
    String(quantity),
    unitNetMinor === null ? "" : printMoney(unitNetMinor, currency),
    taxRateBasisPoints === null ? "" : `${percent(taxRateBasisPoints)} %`,
    printMoney(netMinor, currency),
    printMoney(taxMinor, currency),
  ];
}

function setSums(
  document: PDFKit.PDFDocument,
  { kind, netMinor, taxMinor, currency, figures }: Invoice,
): void {
  const right = (text: string, font: FontName = "plain") =>
    setText(document, text, { font, size: 9, x: PAGE.margin, width: WIDTH, align: "right" });
  right(`${en.net}: ${printMoney(netMinor, currency)}`);
  for (const tax of figures.taxes) {
    const of = en.of(taxWords(tax));
    right(`${of} ${printMoney(tax.netMinor, currency)}: ${printMoney(tax.taxMinor, currency)}`);
  }
  right(`${en.total[kind]}: ${printMoney(netMinor + taxMinor, currency)}`, "bold");
  if (figures.isReverseCharge) {
    document.moveDown(0.6);
    say(document, en.reverseCharge, "bold");
  }
}

function setFeet(document: PDFKit.PDFDocument, { kind }: Invoice, number: string): void {
  const { count } = document.bufferedPageRange();
  for (let place = 0; place < count; place += 1) {
    document.switchToPage(place);
    // Written below the margin: the page must not break for it.
    document.page.margins.bottom = 0;
    const text = `${en.kinds[kind]} ${number} · ${en.page(place + 1, count)}`;
    setText(document, text, { font: "plain", size: 8, x: PAGE.margin, y: BOTTOM + 20, width: WIDTH });
  }
}
