import { Attributes, type Html, html } from "../html.ts";
import { drawing } from "../parts/drawings.ts";
import { type Fact, facts } from "../parts/facts.ts";
import { form, mistake } from "../parts/form.ts";
import type { FormState } from "../parts/frame.ts";
import { notice, type State, stateTag } from "../parts/notice.ts";
import { priceTable, type Tier } from "../parts/priceTable.ts";
import { en } from "../words/en.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";
import type { PlanCard } from "./shelfProductPage.ts";

/** Whether it is there, when it comes, and what happens where it does not. */
export type Arrival = {
  readonly state: State;
  readonly available: string;
  readonly where?: string | undefined;
  readonly day?: string | undefined;
  readonly says: string;
};

/** What a number of pieces comes to. */
export type TotalTold =
  | {
      readonly kind: "priced";
      readonly quantity: number;
      readonly each: Money;
      readonly gross: Money;
      readonly net: Money;
      /** The next tier that would make each cheaper. */
      readonly next?: { readonly more: number; readonly each: Money } | undefined;
    }
  | { readonly kind: "not sold"; readonly nearest: readonly number[] };

export type BuyBox = {
  readonly form: FormState;
  readonly least: number;
  readonly multiple: number;
  /** Why it cannot be put in a cart; undefined where it can. */
  readonly unsold?: string | undefined;
  readonly arrival: Arrival;
  readonly total?: TotalTold | undefined;
  /** Plans that cover this device, to be put in with it. */
  readonly beside: readonly PlanCard[];
};

/** Price, availability, how many, and what they come to; the total is shown before anything is put in. */
export function buyBox(box: BuyBox, tiers: readonly Tier[]): Html {
  const words = en.shelf;
  const [first] = tiers;
  const { least, multiple, unsold } = box;
  if (first === undefined) {
    return html`${arrives(box.arrival)}<p>${words.notPriced}</p>
<p><a class="button quiet" href="/help#write">${words.noneWrite}</a></p>`;
  }
  const rules: readonly Fact[] = [
    { label: words.least, value: least },
    { label: words.multiple, value: multiple },
  ];
  return html`<p class="price-line"><b>${formatMoney(first.gross)}</b> ${words.withTax}
<small class="muted">${formatMoney(first.net)} ${words.withoutTax}</small></p>${arrives(box.arrival)}
${priceTable(tiers)}<p class="small muted">${words.taxNote}</p>${facts(rules)}
${unsold === undefined ? buyForm(box) : notice("plain", html`<p>${unsold}</p>`)}`;
}

function arrives({ state, available, where, day, says }: Arrival): Html {
  const words = en.shelf;
  const arrival = html`<b>${words.arrives}: ${day}</b><br>`;
  return html`<p>${stateTag(state, available)}
${where !== undefined && html`<span class="muted">${where}</span>`}
</p><p class="small">${day !== undefined && arrival}${says}</p>`;
}

function buyForm({ form: state, least, multiple, total, beside }: BuyBox): Html {
  const words = en.shelf;
  const isWrong = state.mistakes.quantity !== undefined;
  const box = new Attributes({
    type: "number",
    id: "quantity",
    name: "quantity",
    class: "number",
    inputmode: "numeric",
    min: least,
    step: multiple,
    value: state.values.quantity ?? String(least),
    "aria-describedby": `quantity-hint${isWrong ? " quantity-mistake" : ""}`,
    "aria-invalid": isWrong ? "true" : undefined,
  });
  const fields = html`<div class="field" id="order"><label for="quantity">${words.quantity}</label>
<p class="hint" id="quantity-hint">${words.quantityHint(least, multiple)}</p>${mistake(state, "quantity")}
<div class="beside"><input ${box}><button class="quiet" name="next" value="total">${words.showTotal}</button>
</div>${total?.kind === "not sold" && nearest(total.nearest)}</div>${totalTold(total)}
${beside.map((plan) => besideField(plan, state))}
<div class="actions"><button name="next" value="cart">${words.toCart}</button></div>`;
  return form(state, fields);
}

function totalTold(total: TotalTold | undefined): Html | false {
  const words = en.shelf;
  if (total?.kind !== "priced") {
    return false;
  }
  const { quantity, each, gross, net, next } = total;
  return html`<p class="total" id="total" role="status"><span>${words.total}:
${words.totalOf(quantity, formatMoney(each))}</span><b>${formatMoney(gross)}</b>
<small class="muted">${formatMoney(net)} ${words.withoutTax}</small></p>
${next && html`<p class="small">${words.nextTier(next.more, formatMoney(next.each))}</p>`}`;
}

/** The quantities that are sold, each a button. */
function nearest(quantities: readonly number[]): Html {
  return html`<div class="beside">${quantities.map(
    (quantity) => html`<button class="quiet" name="take" value="${quantity}">
${en.shelf.takeQuantity(quantity)}</button>`,
  )}</div>`;
}

function besideField({ sku, name, price, firstFee }: PlanCard, state: FormState): Html {
  const words = en.shelf;
  const id = `with-${sku}`;
  const box = new Attributes({
    ...{ type: "checkbox", id, name: "with", value: sku },
    checked: (state.values.with ?? "").split(",").includes(sku),
  });
  return html`<fieldset class="field"><legend><b>${words.beside}</b></legend><p class="hint">
${words.besideSays}</p><label class="option" for="${id}">${drawing("code", "hidden")}<input ${box}>
<b>${words.besideAdd(name, price)}</b>${
    firstFee !== undefined && html`<small>${words.besideNote(firstFee)}</small>`
  }
</label><p class="small"><a href="/shop/${sku}">${en.shop.details}</a></p></fieldset>`;
}
