import { type Html, html } from "../html.ts";
import { dataBlock } from "../parts/dataBlock.ts";
import { type DeliveryTerms, deliveryTerms } from "../parts/deliveryTerms.ts";
import { drawing } from "../parts/drawings.ts";
import { type Fact, facts } from "../parts/facts.ts";
import type { Frame } from "../parts/frame.ts";
import { page } from "../parts/page.ts";
import { type PlanFacts, planExclusions, planFees, planLedger } from "../parts/planFacts.ts";
import type { Tier } from "../parts/priceTable.ts";
import { type ProductCard, productCards } from "../parts/productCards.ts";
import { en } from "../words/en.ts";
import { formatMoney } from "../words/formatMoney.ts";
import { type BuyBox, buyBox } from "./buyBox.ts";

type NamedText = { readonly name: string; readonly value: string };

/** A plan in a comparison, or offered beside a device. */
export type PlanCard = {
  readonly sku: string;
  readonly name: string;
  readonly price: string;
  readonly length: string;
  readonly replacements: number;
  readonly firstFee?: string | undefined;
};

export type ShelfProductModel = {
  readonly sku: string;
  readonly name: string;
  readonly brand: string;
  readonly productCode: string;
  /** Its path on the shelf, each step with what it is called. */
  readonly trail: readonly { readonly path: string; readonly name: string }[];
  readonly summary: string;
  readonly photoUrl?: string | undefined;
  readonly tiers: readonly Tier[];
  readonly buy: BuyBox;
  readonly specifications: readonly NamedText[];
  readonly supplier?:
    | {
        readonly name?: string | undefined;
        readonly productCode?: string | undefined;
        readonly description: string;
        readonly parameters: readonly NamedText[];
      }
    | undefined;
  readonly plan?: PlanFacts | undefined;
  /** All plans for the same device, this one among them. */
  readonly compare: readonly PlanCard[];
  /** How goods come; nothing for codes. */
  readonly delivery?: DeliveryTerms | undefined;
  readonly similar: readonly ProductCard[];
  /** The page in the words of schema.org. */
  readonly data: object;
};

/** One product: what it is, what it costs, when it comes, and the plan's terms before anything is paid. */
export function shelfProductPage(frame: Frame, model: ShelfProductModel): Html {
  const words = en.shelf;
  const { name, sku, plan } = model;
  const main = html`${trail(model)}<div class="product"><div class="product-head"><h1>${name}</h1>
<p class="place">${head(model)}</p></div>
<div class="product-photo">${photo(model)}</div>
<div class="product-buy">${buyBox(model.buy, model.tiers)}</div></div>
${plan && planParts(sku, plan)}${model.compare.length > 1 && compare(model)}
<h2 id="delivery">${words.deliveryTerms}</h2>${
    model.delivery === undefined ? html`<p>${model.buy.arrival.says}</p>` : deliveryTerms(model.delivery)
  }${sheet(model)}${supplierPart(model)}
<p><a href="/shop/${sku}/mistake">${words.report}</a></p>${besides(model)}`;
  const data = dataBlock(model.data);
  return page(frame, { title: name, main, broad: true, data });
}

function trail({ trail: steps }: ShelfProductModel): Html {
  return html`<nav class="trail" aria-label="${en.shelf.place}"><ol><li><a href="/shop">${en.shelf.title}</a>
</li>${steps.map(({ path, name }) => html`<li><a href="/shop/category/${path}">${name}</a></li>`)}
</ol></nav>`;
}

function head({ brand, productCode }: ShelfProductModel): Html {
  const words = en.shelf;
  const link = html`<a href="${brandPath(brand)}">${brand}</a> · `;
  return html`${brand !== "" && link}${words.productCode}: ${productCode}`;
}

function brandPath(brand: string): string {
  return `/shop?brand=${encodeURIComponent(brand)}`;
}

function photo({ photoUrl, name, plan }: ShelfProductModel): Html {
  const words = en.shelf;
  return photoUrl === undefined
    ? drawing(plan === undefined ? "parcel" : "code", "scene")
    : html`<figure><img src="${photoUrl}" alt="${words.photoOf(name)}" width="360" height="360">
<figcaption class="small muted">${words.photo}</figcaption></figure>`;
}

function planParts(sku: string, plan: PlanFacts): Html {
  const words = en.shelf;
  const isSold = plan.regions.length > 0;
  return html`<h2>${words.planTitle}</h2>${planLedger(plan)}
${
  isSold &&
  html`<p>${words.checkSays}</p><p><a class="button quiet" href="/shop/${sku}/check">
${words.checkOffer}</a></p>`
}
<h2>${en.shop.fees}</h2>${planFees(plan)}<p><a href="/terms/${plan.programme}">${en.shop.allTerms}</a></p>
<h2>${en.shop.notCovered}</h2>${planExclusions(plan)}`;
}

function compare({ compare: plans, sku }: ShelfProductModel): Html {
  const words = en.shelf;
  const row = (label: string, tell: (plan: PlanCard) => Html | string | number) =>
    html`<tr><th scope="row">${label}</th>${plans.map((plan) => html`<td>${tell(plan)}</td>`)}</tr>`;
  const named = (plan: PlanCard) =>
    plan.sku === sku
      ? html`<b>${plan.name}</b> <span class="muted">(${words.thisPlan})</span>`
      : html`<a href="/shop/${plan.sku}">${plan.name}</a>`;
  return html`<h2>${words.compare}</h2><div class="scroll" tabindex="0" role="region"
aria-label="${words.compare}"><table class="compare"><tbody>${row(words.comparePlan, named)}
${row(en.shop.prices, ({ price }) => price)}${row(en.shop.length, ({ length }) => length)}
${row(en.shop.replacements, ({ replacements }) => replacements)}
${row(words.compareFirstFee, ({ firstFee = "–" }) => firstFee)}</tbody></table></div>`;
}

/** Our own sheet of it. */
function sheet({ sku, brand, productCode, specifications, summary, name }: ShelfProductModel): Html {
  const words = en.shelf;
  const own: readonly Fact[] = [
    { label: words.sku, value: sku },
    ...(brand === "" ? [] : [{ label: words.brand, value: brand }]),
    { label: words.productCode, value: productCode },
    ...told(specifications),
  ];
  return html`<h2>${words.description}</h2><p>${summary === "" ? name : summary}</p>
<h2>${words.specifications}</h2>${facts(own)}`;
}

/** The supplier's own words, set apart from ours. */
function supplierPart({ supplier, sku, brand, productCode }: ShelfProductModel): Html {
  const words = en.shelf;
  const { name, description = "", parameters = [], productCode: own } = supplier ?? {};
  const rows: readonly Fact[] = [
    { label: words.brand, value: brand },
    ...(own === undefined ? [] : [{ label: words.supplierCode, value: own }]),
    { label: words.productId, value: sku },
    { label: words.productCode, value: productCode },
    ...told(parameters),
  ];
  const paragraphs = description.split(/\n\s*\n|\n/).filter((text) => text.trim() !== "");
  return html`${paragraphs.length > 0 && html`<h2>${words.supplierSays}</h2>`}
${paragraphs.length > 0 && name !== undefined && html`<p class="small muted">${words.supplierName(name)}</p>`}
${paragraphs.map((text) => html`<p>${text}</p>`)}
<h2>${words.parameters}</h2>${facts(rows)}<p class="small muted">${words.mayDiffer}</p>`;
}

function told(list: readonly NamedText[]): readonly Fact[] {
  return list.map(({ name, value }) => ({ label: name, value }));
}

function besides({ similar, brand, trail: steps }: ShelfProductModel): Html {
  const words = en.shelf;
  const path = steps.at(-1)?.path;
  const alike = html`<p><a href="/shop/category/${path}">${words.moreOfKind}</a></p>`;
  return html`${similar.length > 0 && html`<h2>${words.similar}</h2>${productCards(similar)}`}
${path !== undefined && alike}
${brand !== "" && html`<p><a href="${brandPath(brand)}">${words.moreOfBrand(brand)}</a></p>`}`;
}

/** What a piece costs for a heading: the first tier. */
export function firstPrice(tiers: readonly Tier[]): string | undefined {
  const [first] = tiers;
  return first === undefined ? undefined : formatMoney(first.gross);
}
