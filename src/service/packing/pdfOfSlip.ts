import { buffer } from "node:stream/consumers";
import bwip from "bwip-js/node";
import PDFDocument from "pdfkit";
import { registerFonts, setText } from "../../commerce/index.ts";
import type { CentreAddress } from "../../platform/index.ts";
import { labelText } from "../bins/index.ts";
import type { Packing } from "./packing.ts";
import { packingWords as words } from "./packingWords.ts";
import { vCardOf } from "./vCardOf.ts";

const PAGE = { size: "A4", margin: 42 } as const;
const WIDTH = 595.28 - 2 * PAGE.margin;
const FOLD = 560;

/** What a slip is printed with beside its list. */
export interface SlipPaper {
  readonly packing: Packing;
  readonly brand: string;
  /** The last day to send it, in words. */
  readonly sendBy: string | undefined;
  readonly openedAt: Temporal.Instant;
}

type Document = PDFKit.PDFDocument;

/**
 * The slip and, below a line to cut, the label of a parcel: one page, the same bytes whenever it is printed.
 */
export async function pdfOfSlip({ packing, brand, sendBy, openedAt }: SlipPaper): Promise<Buffer> {
  const made = new Date(openedAt.epochMilliseconds);
  const { caseId } = packing;
  const document = new PDFDocument({
    ...{ ...PAGE, lang: "en", displayTitle: true },
    info: { Title: `${words.title} ${caseId}`, Author: brand, CreationDate: made, ModDate: made },
  });
  registerFonts(document);
  const bytes = buffer(document);
  setHead(document, packing, brand);
  if (sendBy !== undefined) {
    line(document, words.sendBy(sendBy), { bold: true, size: 11 });
  }
  setList(document, words.send, packing.send.map(partName));
  setList(document, words.before, packing.before.map(stepName));
  setList(document, words.keep, packing.keep.map(partName));
  if (packing.sendTo !== undefined) {
    setLabel(document, packing, packing.sendTo);
  }
  document.end();
  return await bytes;
}

function setHead(document: Document, { caseId, modelName, serial }: Packing, brand: string): void {
  const left = { x: PAGE.margin, width: WIDTH - 130 };
  setText(document, brand, { font: "plain", size: 9, y: PAGE.margin, ...left });
  setText(document, words.title, { font: "bold", size: 20, ...left });
  setText(document, `${modelName}, ${serial}`, { font: "plain", size: 11, ...left });
  setText(document, caseId, { font: "bold", size: 10, ...left });
  setText(document, words.put, { font: "plain", size: 9, ...left });
  drawCode(document, labelText({ claimId: caseId }), {
    x: PAGE.margin + WIDTH - 110,
    y: PAGE.margin,
    size: 110,
  });
  document.y = PAGE.margin + 122;
}

/** A list with boxes to tick. */
function setList(document: Document, title: string, entries: readonly string[]): void {
  if (entries.length === 0) {
    return;
  }
  document.moveDown(0.5);
  line(document, title, { bold: true, size: 12 });
  for (const entry of entries) {
    document
      .rect(PAGE.margin, document.y + 1, 9, 9)
      .lineWidth(0.8)
      .stroke("#000000");
    document.fillColor("#000000");
    setText(document, entry, { font: "plain", size: 11, x: PAGE.margin + 18, width: WIDTH - 18 });
    document.moveDown(0.15);
  }
}

function setLabel(document: Document, { caseId }: Packing, to: CentreAddress): void {
  document.save().dash(4, { space: 4 }).lineWidth(0.6);
  document
    .moveTo(PAGE.margin, FOLD)
    .lineTo(PAGE.margin + WIDTH, FOLD)
    .stroke("#555555");
  document.restore().undash().fillColor("#000000");
  setText(document, words.label, { font: "plain", size: 8, x: PAGE.margin, y: FOLD + 4, width: WIDTH });
  const left = { x: PAGE.margin, width: WIDTH - 150 };
  setText(document, words.to, { font: "plain", size: 11, y: FOLD + 32, ...left });
  for (const text of [to.name, to.street, to.town, countryOf(to.country)]) {
    setText(document, text, { font: "bold", size: 18, ...left });
  }
  setText(document, caseId, { font: "plain", size: 10, y: document.y + 8, ...left });
  const x = PAGE.margin + WIDTH - 130;
  drawCode(document, labelText({ claimId: caseId }), { x, y: FOLD + 28, size: 130 });
  drawCode(document, vCardOf(to), { x: x + 62, y: FOLD + 168, size: 68 });
  const contact = { font: "plain", size: 8, x: x - 20, y: FOLD + 190, width: 76 } as const;
  setText(document, words.contact, { ...contact, align: "right" });
}

function line(
  document: Document,
  text: string,
  { bold, size }: { readonly bold: boolean; readonly size: number },
) {
  setText(document, text, { font: bold ? "bold" : "plain", size, x: PAGE.margin, width: WIDTH });
}

/** A QR code as rectangles, so that it stays sharp. */
function drawCode(
  document: Document,
  text: string,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
): void {
  const [symbol] = bwip.raw({ bcid: "qrcode", text, eclevel: "M" } as never) as unknown as [
    { pixs: number[]; pixx: number },
  ];
  const module = size / symbol.pixx;
  for (const [place, isDark] of symbol.pixs.entries()) {
    if (isDark === 1) {
      const [column, row] = [place % symbol.pixx, Math.floor(place / symbol.pixx)];
      document.rect(x + column * module, y + row * module, module, module);
    }
  }
  document.fill("#000000");
}

const partName = (part: string): string => words.parts[part] ?? part;
const stepName = (step: string): string => words.steps[step] ?? step;
const countryOf = (code: string): string =>
  new Intl.DisplayNames(["en"], { type: "region" }).of(code) ?? code;
