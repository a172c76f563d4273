import { Html, html } from "../html.ts";
import { consentField } from "../parts/consentField.ts";
import { mark } from "../parts/drawings.ts";
import { type Fact, facts } from "../parts/facts.ts";
import { actions, form, isMistaken, mistakeList } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { notice } from "../parts/notice.ts";
import { page } from "../parts/page.ts";
import { personAttributes } from "../parts/personAttributes.ts";
import { rows } from "../parts/rows.ts";
import { selectField } from "../parts/selectField.ts";
import { textField } from "../parts/textField.ts";
import { en } from "../words/en.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";

export type ProductRow = { readonly sku: string; readonly name: string; readonly price?: Money | undefined };

/** The plans for sale, each with its first price. */
export function plansPage(frame: Frame, { products }: { readonly products: readonly ProductRow[] }) {
  const words = en.shop;
  const list = products.map(({ sku, name, price }) => ({
    href: `/plans/${sku}`,
    picture: "code" as const,
    label: name,
    note: price === undefined ? undefined : formatMoney(price),
  }));
  const main = html`<h1>${words.shopTitle}</h1><p>${words.shopNote}</p>${rows(list)}`;
  return page(frame, { title: words.shopTitle, main, back: "/" });
}

export type PriceTier = { readonly from: number; readonly gross: Money };

/** The fees of the replacements in their order, and for which models and regions. */
export type FeeList = { readonly for: string; readonly fees: readonly Money[] };

export type ProductModel = {
  readonly name: string;
  readonly sku: string;
  /** Whose terms are behind it. */
  readonly programme: string;
  readonly productCode?: string | undefined;
  readonly tiers: readonly PriceTier[];
  readonly delivery: string;
  readonly length: string;
  readonly replacements: number;
  /** Where it is sold; a plan works only where it was bought. Empty when it is sold nowhere now. */
  readonly regions: readonly string[];
  readonly fees: readonly FeeList[];
  /** How long after its first use the device takes the code: `30 days`. */
  readonly activateWithin?: string | undefined;
  /** `html` is what the terms engine printed from our own published document. */
  readonly notCovered: readonly { readonly title: string; readonly html: string }[];
  /** The right to withdraw that some of its buyers have; left out where none has. */
  readonly withdrawal?: { readonly html: string } | undefined;
  readonly least: number;
  readonly multiple: number;
  readonly countries: readonly (readonly [string, string])[];
  readonly form: FormState;
};

/** One plan: price, what it gives, every fee and what is not covered, and the order form below. */
export function productPage(frame: Frame, model: ProductModel) {
  const words = en.shop;
  const first = model.tiers[0];
  const isSold = model.regions.length > 0;
  const jump = html`<div class="actions"><a class="button" href="#order">${words.order}</a></div>`;
  const main = html`${mistakeList(model.form)}<h1>${model.name}</h1>
${
  first &&
  html`<p class="price-line"><b>${formatMoney(first.gross)}</b> ${words.priceGross}</p>
<p class="small muted">${words.taxNote}</p>`
}
${isSold ? jump : notice("plain", html`<p>${words.notSold}</p>`)}
${facts(aboutPlan(model))}<h2>${words.fees}</h2>${model.fees.map((list) => drawFees(list, model.fees.length))}
<p class="small muted">${words.feeMayChange}</p>
<p><a href="/terms/${model.programme}">${words.allTerms}</a></p>
<h2>${words.notCovered}</h2><ul class="marked">${model.notCovered.map(drawExclusion)}</ul>
${model.tiers.length > 1 && tierTable(model.tiers)}
${isSold && html`<h2 id="order">${words.buyTitle}</h2>${orderForm(model)}`}`;
  return page(frame, { title: model.name, main, back: "/plans", mistaken: isMistaken(model.form) });
}

function aboutPlan(model: ProductModel): readonly Fact[] {
  const words = en.shop;
  const { regions, activateWithin, productCode } = model;
  return [
    { label: words.length, value: model.length },
    { label: words.replacements, value: model.replacements },
    ...(activateWithin === undefined
      ? []
      : [{ label: words.activate, value: words.activateWithin(activateWithin) }]),
    ...(regions.length === 0 ? [] : [{ label: words.region, value: regions.join(", ") }]),
    { label: words.code, value: words.codeValue },
    { label: words.delivery, value: model.delivery },
    { label: words.sku, value: model.sku },
    ...(productCode === undefined ? [] : [{ label: words.productCode, value: productCode }]),
  ];
}

/** Where there is more than one list, each says for what it is. */
function drawFees({ for: whom, fees }: FeeList, lists: number): Html {
  const rows = fees.map((fee, index) => ({
    label: en.ribbon.replacement(index + 1),
    value: formatMoney(fee),
  }));
  return html`${lists > 1 && html`<h3>${whom}</h3>`}${facts(rows)}`;
}

function drawExclusion(clause: ProductModel["notCovered"][number]): Html {
  return html`<li>${mark("cross")}<div><b>${clause.title}</b>
<div class="small muted">${Html.finished(clause.html)}</div></div></li>`;
}

function tierTable(tiers: readonly PriceTier[]): Html {
  const words = en.shop;
  return html`<h2>${words.prices}</h2><table><thead><tr><th scope="col">${words.number}</th>
<th scope="col" class="sum">${words.priceGross}</th></tr>
</thead>
<tbody>${tiers.map(
    (tier) =>
      html`<tr><th scope="row">${words.from(tier.from)}</th>
<td class="sum">${formatMoney(tier.gross)}</td></tr>`,
  )}</tbody></table>`;
}

function orderForm({ form: state, least, multiple, countries, withdrawal }: ProductModel): Html {
  const words = en.shop;
  const attributes = { type: "number", inputmode: "numeric", min: least, step: multiple };
  const quantity = {
    label: words.quantity,
    hint: words.quantityHint(least, multiple),
    kind: "number",
    attributes,
  };
  const { name, email } = personAttributes;
  const country = {
    ...{ name: "country", label: words.country, hint: words.countryHint },
    ...{ options: countries, autocomplete: "country" },
  };
  return form(
    state,
    html`${textField({ name: "quantity", ...quantity }, state)}
${textField({ name: "name", label: words.name, attributes: name }, state)}
${textField({ name: "email", label: words.email, hint: words.emailHint, attributes: email }, state)}
${selectField(country, state)}
${withdrawal && withdrawalField(withdrawal.html, state)}
${actions(words.order)}`,
  );
}

/** The right to withdraw in the words of the law's document, before anything is bought. */
function withdrawalField(text: string, state: FormState): Html {
  const words = en.shop;
  const says = html`${Html.finished(text)}<p>${words.withdrawalHow} ${words.withdrawalWhere}</p>`;
  const { withdrawalTitle: legend, withdrawalRead: label } = words;
  return consentField({ name: "withdrawal", legend, says, label }, state);
}
