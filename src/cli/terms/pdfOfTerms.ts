import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import type { Block } from "./printedBlocks.ts";

const page = { size: "A4", margin: 56 } as const;
const size = { text: 10, table: 8, headings: [20, 20, 14, 11, 10, 10, 10] } as const;

/** What stands on every page and in the file's own description. */
export interface PdfTitle {
  readonly title: string;
  readonly programme: string;
  readonly version: string;
  readonly language: string;
}

/** The printed terms on A4, with bookmarks, page numbers and the version at the foot of each page. */
export async function pdfOfTerms(blocks: readonly Block[], title: PdfTitle): Promise<Buffer> {
  const document = new PDFDocument({
    ...page,
    bufferPages: true,
    lang: title.language,
    displayTitle: true,
    info: { Title: title.title, Subject: `${title.programme} ${title.version}` },
  });
  const bytes = buffer(document);
  for (const block of blocks) {
    setBlock(document, block);
  }
  setFeet(document, title);
  document.end();
  return await bytes;
}

function setBlock(document: PDFKit.PDFDocument, block: Block): void {
  switch (block.kind) {
    case "heading":
      setHeading(document, block.level, block.text);
      break;
    case "paragraph":
      document.font("Helvetica").fontSize(size.text).text(block.text, { lineGap: 2 }).moveDown(0.6);
      break;
    case "item":
      document
        .font("Helvetica")
        .fontSize(size.text)
        .text(`\u2022 ${block.text}`, { indent: 10, lineGap: 2 })
        .moveDown(0.3);
      break;
    case "table":
      setTable(document, block.rows);
      break;
  }
}

/** A heading is never the last line of a page. */
function setHeading(document: PDFKit.PDFDocument, level: number, text: string): void {
  const height = size.headings[level] ?? size.text;
  if (document.y > document.page.height - page.margin - height * 5) {
    document.addPage();
  }
  document.moveDown(level <= 2 ? 0.8 : 0.4);
  document.font("Helvetica-Bold").fontSize(height).text(text).moveDown(0.3);
  document.outline.addItem(text);
}

function setTable(document: PDFKit.PDFDocument, rows: readonly (readonly string[])[]): void {
  document.font("Helvetica").fontSize(size.table);
  document.table({
    columnStyles: columnWidths(rows, document.page.width - 2 * page.margin),
    defaultStyle: { border: 0.5, borderColor: "#888888", padding: 3 },
    data: rows.map((row, index) =>
      row.map((text) => ({ text, font: { src: index === 0 ? "Helvetica-Bold" : "Helvetica" } })),
    ),
  });
  document.x = page.margin;
  document.moveDown(0.8);
}

/**
 * Shares the width by the longest text of each column, so that a column of words does not starve beside one
 * of codes.
 */
function columnWidths(rows: readonly (readonly string[])[], width: number): number[] {
  const weights = (rows[0] ?? []).map((_, index) => {
    const longest = Math.max(...rows.map((row) => row[index]?.length ?? 0));
    return Math.min(longest, 45) + 8;
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (width * weight) / sum);
}

function setFeet(document: PDFKit.PDFDocument, { programme, version }: PdfTitle): void {
  const { start, count } = document.bufferedPageRange();
  for (let index = start; index < start + count; index += 1) {
    document.switchToPage(index);
    const { height, width, margins } = document.page;
    // The foot stands in the margin, where a line would otherwise open a new page.
    margins.bottom = 0;
    document.font("Helvetica").fontSize(size.table);
    document.text(`${programme} ${version}`, page.margin, height - 36, { lineBreak: false });
    document.text(`${index + 1} / ${count}`, page.margin, height - 36, {
      align: "right",
      width: width - 2 * page.margin,
    });
  }
}

/** What the PDF's built-in fonts have: the languages of western Europe, quotation marks, dashes, the euro. */
const inFonts = new Set("\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192–—‘’‚“”„†‡•…‰‹›€™");

/** The letters of a text that the PDF's built-in fonts lack. */
export function lettersMissing(blocks: readonly Block[]): readonly string[] {
  const text = blocks.map((block) => (block.kind === "table" ? block.rows.flat().join("") : block.text));
  const letters = new Set(text.join(""));
  return [...letters].filter((letter) => !(latin.test(letter) || inFonts.has(letter)));
}

const latin = /[\s\u0020-\u007e\u00a0-\u00ff]/u;
