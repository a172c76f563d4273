import { buffer } from "node:stream/consumers";
import { setImmediate } from "node:timers/promises";
import bwip from "bwip-js/node";
import PDFDocument from "pdfkit";
import type { FiledCode } from "./codeFile.ts";

/** Eight cards on an A4 sheet, two beside each other, in points. */
const SHEET = { columns: 2, rows: 4, margin: 28 } as const;
const CARD = { pad: 12, qr: 92 } as const;

/** What a card says beside its code. */
export interface CardWords {
  readonly brand: string;
  /** Where a code is activated: `https://care.example/activate`. */
  readonly activateUrl: string;
}

/** Cards to print and cut: the plan, the code, and a picture of where it is activated. */
export async function cardSheets(codes: readonly FiledCode[], words: CardWords): Promise<Buffer> {
  const document = new PDFDocument({
    size: "A4",
    margin: 0,
    autoFirstPage: false,
    lang: "en",
    displayTitle: true,
    info: { Title: `${codes.length} plan codes`, Author: words.brand },
  });
  const bytes = buffer(document);
  const perSheet = SHEET.columns * SHEET.rows;
  for (const [place, code] of codes.entries()) {
    if (place % perSheet === 0) {
      document.addPage();
      // A picture takes some milliseconds: others are served between two sheets.
      await setImmediate();
    }
    setCard(document, place % perSheet, code, words);
  }
  document.end();
  return await bytes;
}

function setCard(document: PDFKit.PDFDocument, place: number, code: FiledCode, words: CardWords): void {
  const width = (document.page.width - 2 * SHEET.margin) / SHEET.columns;
  const height = (document.page.height - 2 * SHEET.margin) / SHEET.rows;
  const left = SHEET.margin + (place % SHEET.columns) * width;
  const top = SHEET.margin + Math.floor(place / SHEET.columns) * height;
  document.save().dash(2, { space: 3 }).lineWidth(0.5).rect(left, top, width, height).stroke("#999999");
  document.undash().restore();
  const [x, y] = [left + CARD.pad, top + CARD.pad];
  const textWidth = width - 2 * CARD.pad;
  document.fillColor("#000000").font("Helvetica").fontSize(8).text(words.brand, x, y, { width: textWidth });
  document.font("Helvetica-Bold").fontSize(11);
  document.text(code.plan, x, y + 12, { width: textWidth, height: 28, ellipsis: true });
  const link = `${words.activateUrl}#${code.code}`;
  setPicture(document, link, left + width - CARD.pad - CARD.qr, y + 44);
  const besides = textWidth - CARD.qr - CARD.pad;
  document.font("Courier-Bold").fontSize(9);
  document.text(twoLines(code.code), x, y + 48, { width: besides, lineGap: 2 });
  document
    .font("Helvetica")
    .fontSize(8)
    .text(factsOf(code), x, y + 80, { width: besides, lineGap: 1 });
  const foot = top + height - CARD.pad - 34;
  document.fontSize(7).text(howTo(words.activateUrl), x, foot, { width: textWidth });
}

function factsOf({ region, useBy, last4 }: FiledCode): string {
  const until = useBy === null ? [] : [`Use by: ${useBy}`];
  return [`Region: ${region}`, ...until, `Ends in: ${last4}`].join("\n");
}

function howTo(activateUrl: string): string {
  return (
    `To activate: scan the picture, or open ${activateUrl} and type the code. Have the serial of your` +
    " device and the day of its first use at hand. A code works once, for one device."
  );
}

/** Seven groups of four, four and three of them in a line. */
function twoLines(code: string): string {
  const groups = code.split("-");
  return `${groups.slice(0, 4).join("-")}-\n${groups.slice(4).join("-")}`;
}

/** Drawn as rectangles, so that it stays sharp; one for each run of dark modules in a line. */
function setPicture(document: PDFKit.PDFDocument, text: string, x: number, y: number): void {
  // One mask for all: to try every one of them takes three times as long, and any is read.
  const [symbol] = bwip.raw({ bcid: "qrcode", text, mask: 1 } as never);
  if (symbol === undefined || !("pixs" in symbol)) {
    throw new Error("a code was not drawn");
  }
  const { pixs, pixx: columns } = symbol;
  const module = CARD.qr / columns;
  for (let start = 0; start < pixs.length; start += 1) {
    if (!pixs[start]) {
      continue;
    }
    const column = start % columns;
    let run = 1;
    while (column + run < columns && pixs[start + run]) {
      run += 1;
    }
    document.rect(x + column * module, y + Math.floor(start / columns) * module, run * module, module);
    start += run - 1;
  }
  document.fill("#000000");
}
