import { fileURLToPath } from "node:url";

/** The two of an invoice, and the one for lines that those have no letters for. */
export type FontName = "plain" | "bold" | "wide";

const BUILT_IN: Readonly<Record<Exclude<FontName, "wide">, string>> = {
  plain: "Helvetica",
  bold: "Helvetica-Bold",
};

/** A font with the letters of the Union's Latin alphabets; it comes with the library of bar codes. */
const WIDE = new URL("../fonts/Inconsolata.otf", import.meta.resolve("bwip-js/node"));

/** Makes the font of wider letters known to a document, which reads it when a line needs it. */
export function registerFonts(document: PDFKit.PDFDocument): void {
  document.registerFont("wide", fileURLToPath(WIDE));
}

/** Letters a built-in font of a PDF has beside those of Latin 1: what Windows added. */
const ADDED = new Set("ŒœŠšŸŽž–—‘’‚“”„†‡•…‰‹›€™");

function isNarrow(text: string): boolean {
  return Array.from(text).every((letter) => ADDED.has(letter) || /[\u0020-\u007e\u00a0-\u00ff]/.test(letter));
}

/** How a line is set. */
interface Setting {
  readonly font: FontName;
  readonly size: number;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly align?: "left" | "right";
}

/** Writes a line of text in a font that has its letters. */
export function setText(document: PDFKit.PDFDocument, text: string, setting: Setting): void {
  const { font, size, x, y, width, align = "left" } = setting;
  document.font(font !== "wide" && isNarrow(text) ? BUILT_IN[font] : "wide").fontSize(size);
  const options = { align, ...(width !== undefined && { width }) };
  document.text(text, x ?? document.x, y ?? document.y, options);
}
