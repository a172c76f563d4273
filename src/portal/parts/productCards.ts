import { type Html, html } from "../html.ts";
import { en } from "../words/en.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";
import { drawing } from "./drawings.ts";

/** A product in a list. */
export type ProductCard = {
  readonly sku: string;
  readonly name: string;
  readonly brand: string;
  readonly productCode: string;
  readonly isPlan: boolean;
  readonly photoUrl?: string | undefined;
  /** Of one piece, in the tier that costs the least. */
  readonly price?: Money | undefined;
  /** Whether a bigger number costs less. */
  readonly hasTiers: boolean;
  readonly stock: string;
};

/** Products one can press: picture, name, whose they are, price, availability. */
export function productCards(cards: readonly ProductCard[]): Html {
  return html`<ul class="cards">${cards.map(drawCard)}</ul>`;
}

function drawCard({
  sku,
  name,
  brand,
  productCode,
  isPlan,
  photoUrl,
  price,
  hasTiers,
  stock,
}: ProductCard): Html {
  const words = en.shelf;
  const told = [brand, productCode].filter((text) => text !== "").join(" · ");
  const sum = price === undefined ? words.noPrice : formatMoney(price);
  const picture =
    photoUrl === undefined
      ? drawing(isPlan ? "code" : "parcel")
      : html`<img class="picture" src="${photoUrl}" alt="" loading="lazy" width="64" height="64">`;
  return html`<li><a href="/shop/${sku}">${picture}<span><b>${name}</b><small>${told}</small>
<small>${stock}</small></span><span class="card-price">${hasTiers ? words.from(sum) : sum}</span></a></li>`;
}
