import { buffer } from "node:stream/consumers";
import bwip from "bwip-js/node";
import PDFDocument from "pdfkit";

/** What a label says. */
export interface BinLabel {
  readonly claimId: string;
  readonly serial: string;
  readonly device: string;
  readonly place: string | undefined;
}

/** What a scanner reads from it. */
export const labelText = ({ claimId }: Pick<BinLabel, "claimId">): string => `EVM:${claimId}`;

/** The label as a picture for printers that take one, Data Matrix and words. */
export function svgOfLabel(label: BinLabel): string {
  const code = bwip.toSVG({ bcid: "datamatrix", text: labelText(label), scale: 4 });
  const inner = /<svg[^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>([\s\S]*)<\/svg>/.exec(code);
  const [, side = "100", , drawing = ""] = inner ?? [];
  const lines = wordsOf(label)
    .map((text, index) => `<text x="120" y="${24 + index * 22}">${escaped(text)}</text>`)
    .join("");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 116" width="70mm" height="20.3mm" role="img">` +
    `<title>${escaped(labelText(label))}</title>` +
    `<g transform="translate(8 8) scale(${(100 / Number(side)).toFixed(4)})">${drawing}</g>` +
    `<g font-family="sans-serif" font-size="17">${lines}</g></svg>`
  );
}

/** The same on a small page: 70 by 30 millimetres. */
export async function pdfOfLabel(label: BinLabel): Promise<Buffer> {
  const document = new PDFDocument({
    ...{ size: [198, 85], margin: 0, lang: "en", displayTitle: true },
    info: { Title: labelText(label) },
  });
  const bytes = buffer(document);
  const { pixs, pixx, pixy } = matrixOf(label);
  const dot = 68 / Math.max(pixx, pixy);
  for (const [place, isDark] of pixs.entries()) {
    if (isDark === 1) {
      document.rect(8 + (place % pixx) * dot, 8 + Math.floor(place / pixx) * dot, dot, dot);
    }
  }
  document.fill("#000000").fontSize(9);
  for (const [index, text] of wordsOf(label).entries()) {
    document.font(index === 0 ? "Helvetica-Bold" : "Helvetica");
    document.text(text, 84, 10 + index * 16, { width: 108, height: 14, ellipsis: true, lineBreak: false });
  }
  document.end();
  return await bytes;
}

function matrixOf(label: BinLabel): { pixs: number[]; pixx: number; pixy: number } {
  const [symbol] = bwip.raw({ bcid: "datamatrix", text: labelText(label) });
  return symbol as unknown as { pixs: number[]; pixx: number; pixy: number };
}

function wordsOf({ claimId, serial, device, place }: BinLabel): string[] {
  return [place ?? "", device, serial, claimId].filter((text) => text !== "");
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
