import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import { printMoney } from "../../../terms/index.ts";
import { registerFonts, setText } from "../../invoices/index.ts";
import type { Reseller } from "../reseller.ts";
import type { Statement } from "./readStatement.ts";
import type { StatementLine } from "./statement.ts";
import { statementWords as words } from "./statementWords.ts";

const PAGE = { size: "A4", margin: 48 } as const;
const SIZE = { title: 16, text: 10, table: 8 } as const;
const WIDTHS = [110, 120, 80, 65, 65, 65];

/** A statement on A4: who, the month, what there was, what moved, what there is. */
export async function statementPdf(
  { month, opening, lines, closing }: Statement,
  { name, currency }: Pick<Reseller, "name" | "currency">,
  brand: string,
): Promise<Buffer> {
  const title = words.title(name, month);
  const info = { Title: title, Author: brand };
  const document = new PDFDocument({ ...PAGE, lang: "en", displayTitle: true, info });
  const bytes = buffer(document);
  const money = (minor: number) => printMoney(minor, currency);
  // Names have letters that the built-in fonts of a PDF lack.
  registerFonts(document);
  setText(document, title, { font: "bold", size: SIZE.title });
  setText(document, brand, { font: "plain", size: SIZE.text });
  document.moveDown().font("Helvetica").fontSize(SIZE.text);
  document.text(words.opening(money(opening.balance), money(-opening.invoice))).moveDown();
  if (lines.length > 0) {
    setTable(document, lines, money);
  }
  document.x = PAGE.margin;
  document.font("Helvetica-Bold").fontSize(SIZE.text).moveDown();
  document.text(words.closing(money(closing.balance), money(-closing.invoice)));
  document.end();
  return await bytes;
}

function setTable(
  document: PDFKit.PDFDocument,
  lines: readonly StatementLine[],
  money: (minor: number) => string,
): void {
  const rows = lines.map(({ at, kind, orderId, account, amountMinor, afterMinor }) => [
    `${at.slice(0, 10)} ${at.slice(11, 16)}`,
    words.kinds[kind],
    orderId?.slice(-10) ?? "",
    words.accounts[account],
    money(amountMinor),
    money(afterMinor),
  ]);
  document.font("Helvetica").fontSize(SIZE.table);
  document.table({
    columnStyles: WIDTHS,
    defaultStyle: { border: 0.5, borderColor: "#888888", padding: 3 },
    data: [words.heads, ...rows].map((row, index) =>
      row.map((text) => ({ text, font: { src: index === 0 ? "Helvetica-Bold" : "Helvetica" } })),
    ),
  });
}
