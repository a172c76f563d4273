import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import type { Quote } from "../../claims/index.ts";
import { printMoney } from "../../terms/index.ts";

const PAGE = { size: "A4", margin: 56 } as const;
const WIDTH = 595.28 - 2 * PAGE.margin;
const COLUMNS = { says: WIDTH - 250, quantity: 60, unit: 90, net: 100 } as const;

/** What a quote is printed with beside its figures. */
export interface QuotePaper {
  readonly quote: Quote;
  readonly claimId: string;
  readonly device: string;
  readonly serial: string;
  readonly brand: string;
  /** Its last day, in words. */
  readonly validUntil: string;
  readonly madeOn: string;
}

/** A quote on A4, the same bytes whenever it is printed: its dates are its own. */
export async function pdfOfQuote(paper: QuotePaper): Promise<Buffer> {
  const { quote, claimId, device, serial, brand, validUntil, madeOn } = paper;
  const madeAt = new Date(quote.madeAt.epochMilliseconds);
  const title = `Quote ${quote.no} for ${claimId}`;
  const document = new PDFDocument({
    ...{ ...PAGE, lang: "en", displayTitle: true },
    info: { Title: title, Author: brand, CreationDate: madeAt, ModDate: madeAt },
  });
  const bytes = buffer(document);
  const say = (text: string, size = 9, font = "Helvetica") =>
    document.font(font).fontSize(size).text(text, PAGE.margin, document.y, { width: WIDTH });
  say(brand);
  document.moveDown(0.6);
  say(title, 18, "Helvetica-Bold");
  document.moveDown(0.6);
  say(`${device}, serial ${serial}`);
  say(`Made on ${madeOn}. It holds until the end of ${validUntil}.`);
  document.moveDown(1);
  setRow(document, ["What", "Quantity", "Price", "Net"], "Helvetica-Bold");
  for (const { says, hundredths, unitMinor, netMinor } of quote.lines) {
    const [unit, net] = [unitMinor, netMinor].map((amount) => printMoney(amount, quote.currency));
    setRow(document, [says, String(hundredths / 100), unit ?? "", net ?? ""]);
  }
  document.moveDown(0.6);
  const sums = [
    ["Net", quote.netMinor],
    ["Tax", quote.taxMinor],
    ["Total", quote.totalMinor],
  ] as const;
  for (const [name, amount] of sums) {
    const font = name === "Total" ? "Helvetica-Bold" : "Helvetica";
    setRow(document, ["", "", name, printMoney(amount, quote.currency)], font);
  }
  document.moveDown(1);
  say("Nothing is repaired and nothing is charged before you choose this on the page of your case.");
  document.end();
  return await bytes;
}

function setRow(document: PDFKit.PDFDocument, cells: readonly string[], font = "Helvetica"): void {
  const [says = "", ...figures] = cells;
  document.font(font).fontSize(9);
  const height = document.heightOfString(says, { width: COLUMNS.says }) || 11;
  if (document.y + height > 841.89 - PAGE.margin) {
    document.addPage();
  }
  const top = document.y;
  document.text(says, PAGE.margin, top, { width: COLUMNS.says });
  let x = PAGE.margin + COLUMNS.says;
  for (const [place, width] of [COLUMNS.quantity, COLUMNS.unit, COLUMNS.net].entries()) {
    document.text(figures[place] ?? "", x, top, { width, align: "right" });
    x += width;
  }
  document.y = top + height + 5;
}
