import { Attributes, type Html, html } from "../html.ts";
import { drawing } from "../parts/drawings.ts";
import { type Fact, facts } from "../parts/facts.ts";
import { carried, form } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { notice } from "../parts/notice.ts";
import { page } from "../parts/page.ts";
import { selectField } from "../parts/selectField.ts";
import { en } from "../words/en.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";

/** A line of the cart as it would be ordered now, or why it cannot be. */
export type CartLineShown = {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly form: FormState;
  readonly priced?:
    | {
        readonly each: Money;
        readonly sum: Money;
        readonly tierFrom: number;
        readonly next?: { readonly more: number; readonly each: Money } | undefined;
        readonly arrives: string;
        /** What one piece cost when it was put in, where that is another price. */
        readonly was?: Money | undefined;
      }
    | undefined;
  readonly refused?: { readonly says: string; readonly quantities: readonly number[] } | undefined;
};

export type WayShown = {
  readonly option: string;
  readonly price: Money;
  /** So much more, and it costs nothing. */
  readonly missing?: Money | undefined;
  readonly day: string;
};

export type CartModel = {
  readonly lines: readonly CartLineShown[];
  readonly ways: readonly WayShown[];
  readonly hasGoods: boolean;
  /** Why the whole cannot be ordered so, though each line could. */
  readonly refused?: string | undefined;
  readonly taxes: readonly { readonly name: string; readonly sum: Money }[];
  readonly net?: Money | undefined;
  readonly total?: Money | undefined;
  readonly countries: readonly (readonly [string, string])[];
  readonly country: FormState;
};

/** What was put in, at the prices of now. */
export function cartPage(frame: Frame, model: CartModel): Html {
  const words = en.cart;
  const { lines } = model;
  const main = html`<h1>${words.title}</h1>${lines.length === 0 ? empty() : filled(model)}`;
  return page(frame, { title: words.title, main });
}

function empty(): Html {
  const words = en.cart;
  return html`${drawing("basket", "scene")}<h2>${words.empty}</h2><p>${words.emptySays}</p>
<div class="actions"><a class="button" href="/shop">${words.toShop}</a></div>`;
}

function filled(model: CartModel): Html {
  const words = en.cart;
  const { lines, refused, total } = model;
  const isWhole = refused === undefined && total !== undefined && lines.every((line) => line.priced);
  const go = html`<a class="button" href="/checkout">${words.checkout}</a>`;
  return html`${lines.some(({ priced }) => priced?.was) && changed()}
${!isWhole && notice("needs", html`<p>${refused ?? words.fixFirst}</p>`, "status")}
<ul class="cart">${lines.map(drawLine)}</ul>${sums(model)}
<div class="actions">${isWhole && go}<a class="button quiet" href="/shop">${words.onwards}</a></div>
${delivery(model)}${countryForm(model)}`;
}

function changed(): Html {
  return notice("needs", html`<h2>${en.cart.newPrice}</h2><p>${en.cart.newPriceSays}</p>`, "status");
}

function drawLine(line: CartLineShown): Html {
  const { sku, name, priced } = line;
  const sum = priced && html`<b>${formatMoney(priced.sum)}</b>`;
  return html`<li><div class="cart-head"><a href="/shop/${sku}">${name}</a>${sum}</div>
${priced && pricedLine(priced)}${lineForm(line)}${refusedLine(line)}</li>`;
}

function pricedLine({ each, tierFrom, next, arrives, was }: NonNullable<CartLineShown["priced"]>): Html {
  const words = en.cart;
  const tier = tierFrom > 1 && html` <span class="muted">(${words.tier(tierFrom)})</span>`;
  const hint = next && words.nextTier(next.more, formatMoney(next.each));
  return html`${was && html`<p><b>${words.was(formatMoney(was), formatMoney(each))}</b></p>`}
<p class="small">${words.each(formatMoney(each))}${tier}</p>${hint && html`<p class="small">${hint}</p>`}
<p class="small muted">${arrives}</p>`;
}

function lineForm({ sku, name, quantity, form: state }: CartLineShown): Html {
  const words = en.cart;
  const id = `quantity-${sku}`;
  const box = new Attributes({
    ...{ type: "number", id, name: "quantity", class: "number", inputmode: "numeric" },
    ...{ min: 0, max: 1_000, value: quantity },
  });
  const buttons = html`<button class="quiet" name="next" value="change">${words.change}<span class="hidden">
${name}</span></button><button class="text" name="next" value="remove">${words.remove}<span class="hidden">
${name}</span></button>`;
  return form(
    state,
    html`<label class="hidden" for="${id}">${words.quantityOf(name)}</label>
<div class="beside"><input ${box}>${buttons}</div>`,
  );
}

/** Why a line cannot stay so, and the quantities that would do, each a button. */
function refusedLine({ refused, form: state }: CartLineShown): Html | false {
  const buttons = (refused?.quantities ?? []).map((quantity) =>
    form(
      state,
      html`${carried("quantity", String(quantity))}<button class="quiet" name="next" value="change">
${en.cart.takeQuantity(quantity)}</button>`,
    ),
  );
  return (
    refused !== undefined &&
    html`<p class="mistake"><span class="hidden">${en.frame.mistakeMark}</span>${refused.says}</p>
<div class="beside">${buttons}</div>`
  );
}

function sums({ taxes, net, total }: CartModel): Html | false {
  const words = en.cart;
  const rows: readonly Fact[] = [
    ...(net === undefined ? [] : [{ label: words.net, value: formatMoney(net) }]),
    ...taxes.map(({ name, sum }) => ({ label: name, value: formatMoney(sum) })),
    ...(total === undefined ? [] : [{ label: words.total, value: html`<b>${formatMoney(total)}</b>` }]),
  ];
  return rows.length > 0 && facts(rows);
}

function delivery({ ways, hasGoods }: CartModel): Html {
  const words = en.cart;
  const rows = ways.map(({ option, price, missing, day }): Fact => {
    const cost = price.amount === 0 ? words.wayFree : formatMoney(price);
    const hint = missing && words.freeFrom(formatMoney(missing));
    const value = html`<b>${cost}</b><br><span class="small">${day}</span>${
      hint && html`<br><span class="small muted">${hint}</span>`
    }`;
    return { label: en.shelf.ways[option] ?? option, value };
  });
  return html`<h2>${words.ways}</h2>${!hasGoods && html`<p>${words.none}</p>`}
${rows.length > 0 && facts(rows)}`;
}

function countryForm({ country, countries }: CartModel): Html {
  const words = en.cart;
  const field = { name: "country", label: words.country, hint: words.countryHint, options: countries };
  return form(
    country,
    html`${selectField({ ...field, autocomplete: "country" }, country)}
<button class="quiet">${words.change}</button>`,
  );
}
