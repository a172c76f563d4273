import { html } from "../html.ts";
import type { Frame } from "../parts/frame.ts";
import { page } from "../parts/page.ts";
import { type PageLinks, pageLinks } from "../parts/pageLinks.ts";
import { rows } from "../parts/rows.ts";
import { en } from "../words/en.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";

export type ProductRow = { readonly sku: string; readonly name: string; readonly price?: Money | undefined };

/** A page of the plans for sale, each with its first price. */
export function plansPage(
  frame: Frame,
  { products, ...links }: PageLinks & { readonly products: readonly ProductRow[] },
) {
  const words = en.shop;
  const list = products.map(({ sku, name, price }) => ({
    href: `/shop/${sku}`,
    picture: "code" as const,
    label: name,
    note: price === undefined ? undefined : formatMoney(price),
  }));
  const main = html`<h1>${words.shopTitle}</h1><p>${words.shopNote}</p>${rows(list)}
${pageLinks(links, { next: words.morePlans })}`;
  return page(frame, { title: words.shopTitle, main, back: "/" });
}
