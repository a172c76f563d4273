import type { Choice } from "../../claims/index.ts";
import type { listQuotes } from "../../service/index.ts";
import type { QuoteShown } from "../parts/quoteBox.ts";
import type { Answers } from "../visit/draft.ts";
import { formatMoment } from "../words/formatDate.ts";

type Quote = Awaited<ReturnType<(typeof listQuotes)["run"]>>["data"][number];

/** The quote behind a way of the sheet; undefined where its price has none. */
export function quoteShown(
  { quote: named }: Pick<Choice, "quote">,
  quotes: readonly Quote[],
  { id, zone, now }: { readonly id: string; readonly zone: string; readonly now: string },
): QuoteShown | undefined {
  const quote = quotes.find(({ no }) => no === named?.no);
  return quote === undefined
    ? undefined
    : {
        no: quote.no,
        lines: quote.lines.map(({ says, quantity, kind, net }) => ({
          says: quantity === 1 || kind === "plan" ? says : `${quantity} × ${says}`,
          net,
        })),
        ...{ tax: quote.tax, total: quote.total, isExpired: quote.state === "expired" },
        until: formatMoment(quote.validUntil, zone, now),
        paper: `/v1/claims/${id}/quotes/${quote.no}.pdf`,
      };
}

/** The quote the sheet showed beside the way that was taken. */
export function seenQuote({ quote = "" }: Answers): { quote?: number } {
  return /^\d{1,4}$/.test(quote) ? { quote: Number(quote) } : {};
}
