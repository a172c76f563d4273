import { Attributes, type Html, html } from "../html.ts";
import { drawing } from "../parts/drawings.ts";
import type { Frame } from "../parts/frame.ts";
import { page } from "../parts/page.ts";
import { type PageLinks, pageLinks } from "../parts/pageLinks.ts";
import { type ProductCard, productCards } from "../parts/productCards.ts";
import { en } from "../words/en.ts";

/** A way to narrow what is shown, or one that is taken, which leads back. */
export type Facet = { readonly href: string; readonly name: string; readonly count?: number | undefined };

export type ShelfModel = PageLinks & {
  readonly title: string;
  readonly typed: string;
  /** What else the search carries along. */
  readonly carried: readonly (readonly [name: string, value: string])[];
  readonly trail: readonly { readonly path: string; readonly name: string }[];
  readonly products: readonly ProductCard[];
  /** `10,000+ products`; left out where nobody counts. */
  readonly count?: string | undefined;
  readonly meant?: string | undefined;
  readonly taken: readonly Facet[];
  readonly kinds: readonly Facet[];
  readonly categories: readonly Facet[];
  readonly brands: readonly Facet[];
};

/** The shelf: what was searched for, or a category, with ways to narrow it. */
export function shelfPage(frame: Frame, model: ShelfModel): Html {
  const words = en.shelf;
  const { title, products, count, meant, typed, taken } = model;
  const main = html`${model.trail.length > 0 && trailOf(model)}<h1>${title}</h1>${searchForm(model)}
${meant !== undefined && html`<p role="status">${words.meant(typed, meant)}</p>`}
${
  taken.length > 0 &&
  html`<p class="taken"><span class="hidden">${words.narrowed}: </span>
${taken.map(drawTaken)}</p>`
}
<div class="shelf"><div class="shelf-found">${products.length === 0 ? nothing() : found(model, count)}</div>
${facets(model)}</div>`;
  return page(frame, { title, main, broad: true });
}

function trailOf({ trail }: ShelfModel): Html {
  const steps = [{ path: "", name: en.shelf.title }, ...trail].slice(0, -1);
  return html`<nav class="trail" aria-label="${en.shelf.place}"><ol>${steps.map(
    ({ path, name }) =>
      html`<li><a href="${path === "" ? "/shop" : `/shop/category/${path}`}">${name}</a></li>`,
  )}</ol></nav>`;
}

function searchForm({ typed, carried }: ShelfModel): Html {
  const words = en.shelf;
  const box = new Attributes({
    ...{ type: "search", id: "search", name: "search", value: typed, maxlength: 100 },
    ...{ enterkeyhint: "search", autocomplete: "off", "aria-describedby": "search-hint" },
  });
  return html`<search><shelf-search data-label="${words.suggestions}"><form method="get" action="/shop">
<div class="field"><label for="search">${words.search}</label><p class="hint" id="search-hint">
${words.searchHint}</p><div class="beside"><input ${box}><button>${words.searchButton}</button></div></div>
${carried.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}</form>
</shelf-search></search>`;
}

function drawTaken({ href, name }: Facet): Html {
  return html`<a class="taken-one" href="${href}"><span class="hidden">${en.shelf.without("")}</span>${name}
<span aria-hidden="true">×</span></a>`;
}

function found(model: ShelfModel, count: string | undefined): Html {
  return html`${count !== undefined && html`<p role="status">${count}</p>`}${productCards(model.products)}
${pageLinks(model, { next: en.shelf.nextPage })}`;
}

function nothing(): Html {
  const words = en.shelf;
  return html`${drawing("basket", "scene")}<h2>${words.none}</h2><p>${words.noneSays}</p>
<div class="actions"><a class="button" href="/shop">${words.noneAll}</a>
<a class="button quiet" href="/help#write">${words.noneWrite}</a></div>`;
}

function facets({ kinds, categories, brands }: ShelfModel): Html | false {
  const words = en.shelf;
  const lists = [
    [words.kinds, kinds],
    [words.categories, categories],
    [words.brands, brands],
  ] as const;
  const shown = lists.filter(([, list]) => list.length > 0);
  return (
    shown.length > 0 &&
    html`<nav class="facets" aria-label="${words.narrow}">${shown.map(
      ([name, list]) => html`<h2>${name}</h2><ul>${list.map(drawFacet)}</ul>`,
    )}</nav>`
  );
}

function drawFacet({ href, name, count }: Facet): Html {
  return html`<li><a href="${href}">${name}</a>${
    count !== undefined && html` <span class="muted">${count.toLocaleString("en")}</span>`
  }</li>`;
}
