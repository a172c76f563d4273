import { type Html, html } from "../html.ts";
import { en } from "../words/en.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";
import { facts } from "./facts.ts";

/** A quote as its owner reads it on the sheet. */
export type QuoteShown = {
  readonly no: number;
  readonly lines: readonly { readonly says: string; readonly net: Money }[];
  readonly tax: Money;
  readonly total: Money;
  /** Its last moment, in words. */
  readonly until: string;
  readonly isExpired: boolean;
  /** Where its paper is. */
  readonly paper: string;
};

/** What a price is made of, until when it holds, and its paper. */
export function quoteBox(quote: QuoteShown): Html {
  const words = en.quote;
  const rows = [
    ...quote.lines.map(({ says, net }) => ({ label: says, value: formatMoney(net) })),
    { label: words.tax, value: formatMoney(quote.tax) },
    { label: words.total, value: formatMoney(quote.total) },
  ];
  return html`<h3>${words.title}</h3>${facts(rows)}
<p>${quote.isExpired ? html`<b>${words.expired}</b>` : words.until(quote.until)}</p>
<p><a href="${quote.paper}">${words.paper(quote.no)}</a></p>`;
}
