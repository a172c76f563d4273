import { type Html, html } from "../html.ts";
import { en } from "../words/en.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";

/** What one piece costs from a quantity on. */
export type Tier = { readonly from: number; readonly net: Money; readonly gross: Money };

/** The price range: each tier with tax and without, and that resellers have their own. */
export function priceTable(tiers: readonly Tier[]): Html {
  const words = en.shelf;
  const rows = tiers.map(
    ({ from, gross, net }) => html`<tr><th scope="row">${words.piecesFrom(from)}</th>
<td class="sum">${formatMoney(gross)}</td><td class="sum muted">${formatMoney(net)}</td></tr>`,
  );
  return html`<table class="prices"><caption>${words.prices}
<span class="small muted">${words.eachPiece}</span></caption>
<thead><tr><th scope="col">${words.pieces}</th><th scope="col" class="sum">${words.withTax}</th>
<th scope="col" class="sum">${words.withoutTax}</th></tr></thead><tbody>${rows}
<tr><th scope="row">${words.wholesale}</th><td colspan="2" class="sum wraps"><a href="/help#write">
${words.wholesaleAsk}</a></td></tr></tbody></table>`;
}
