import { Html, html } from "../html.ts";
import { mark } from "../parts/drawings.ts";
import { facts } from "../parts/facts.ts";
import { actions, form, isMistaken, mistakeList } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
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

export type PriceTier = { readonly from: number; readonly net: Money; readonly gross: Money };

export type ProductModel = {
  readonly name: string;
  readonly sku: string;
  readonly productCode?: string | undefined;
  readonly tiers: readonly PriceTier[];
  readonly delivery: string;
  readonly length: string;
  readonly replacements: number;
  readonly region?: string | undefined;
  readonly fees: readonly Money[];
  readonly windows: readonly string[];
  /** `html` is what the terms engine printed from our own published document. */
  readonly notCovered: readonly { readonly title: string; readonly html: string }[];
  readonly least: number;
  readonly multiple: number;
  readonly countries: readonly (readonly [string, string])[];
  readonly form: FormState;
};

/** One plan: price, what it gives, every fee and what is not covered, and the order form below. */
export function productPage(frame: Frame, model: ProductModel) {
  const words = en.shop;
  const first = model.tiers[0];
  const list = facts([
    { label: words.length, value: model.length },
    { label: words.replacements, value: model.replacements },
    ...(model.region === undefined ? [] : [{ label: words.region, value: model.region }]),
    { label: words.code, value: words.codeValue },
    { label: words.delivery, value: model.delivery },
    { label: words.sku, value: model.sku },
    ...(model.productCode === undefined ? [] : [{ label: words.productCode, value: model.productCode }]),
  ]);
  const fees = model.fees.map((fee, index) => ({
    label: en.ribbon.replacement(index + 1),
    value: formatMoney(fee),
  }));
  const windows = html`<h2>${words.activateBy}</h2><ul>${model.windows.map((says) => html`<li>${says}</li>`)}
</ul>`;
  const main = html`${mistakeList(model.form)}<h1>${model.name}</h1>
${first && html`<p class="price-line"><b>${formatMoney(first.gross)}</b> ${words.priceGross}</p>`}
<div class="actions"><a class="button" href="#order">${words.order}</a></div>
${list}<h2>${words.fees}</h2>${facts(fees)}<p class="small muted">${words.feeMayChange}</p>
${model.windows.length > 0 && windows}
<p><a href="/terms">${words.allTerms}</a></p>
<h2>${words.notCovered}</h2><ul class="marked">${model.notCovered.map(drawExclusion)}</ul>
${model.tiers.length > 1 && tierTable(model.tiers)}
<h2 id="order">${words.buyTitle}</h2>${orderForm(model)}`;
  return page(frame, { title: model.name, main, back: "/plans", mistaken: isMistaken(model.form) });
}

function drawExclusion(clause: ProductModel["notCovered"][number]): Html {
  return html`<li>${mark("cross")}<div><b>${clause.title}</b>
<div class="small muted">${Html.finished(clause.html)}</div></div></li>`;
}

function tierTable(tiers: readonly PriceTier[]): Html {
  const words = en.shop;
  return html`<h2>${words.prices}</h2><table><thead><tr><th scope="col">${words.number}</th>
<th scope="col" class="sum">${words.priceNet}</th><th scope="col" class="sum">${words.priceGross}</th></tr>
</thead>
<tbody>${tiers.map(
    (
      tier,
    ) => html`<tr><th scope="row">${words.from(tier.from)}</th><td class="sum">${formatMoney(tier.net)}</td>
<td class="sum">${formatMoney(tier.gross)}</td></tr>`,
  )}</tbody></table>`;
}

function orderForm({ form: state, least, multiple, countries }: ProductModel): Html {
  const words = en.shop;
  const attributes = { type: "number", inputmode: "numeric", min: least, step: multiple };
  const quantity = {
    label: words.quantity,
    hint: words.quantityHint(least, multiple),
    kind: "number",
    attributes,
  };
  const { name, email } = personAttributes;
  const country = { name: "country", label: words.country, options: countries, autocomplete: "country" };
  return form(
    state,
    html`${textField({ name: "quantity", ...quantity }, state)}
${textField({ name: "name", label: words.name, attributes: name }, state)}
${textField({ name: "email", label: words.email, hint: words.emailHint, attributes: email }, state)}
${selectField(country, state)}
${actions(words.order)}`,
  );
}
