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

/** Letters a built-in font of a PDF has: Latin 1, and what Windows added to it. */
const NARROW =
  /^[\u0020-\u007e\u00a0-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]*$/;

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
  const isNarrow = NARROW.test(text) && font !== "wide";
  document.font(isNarrow ? BUILT_IN[font] : "wide").fontSize(size);
  const options = { align, ...(width !== undefined && { width }) };
  document.text(text, x ?? document.x, y ?? document.y, options);
}
