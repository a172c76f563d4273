import { type Html, html } from "../html.ts";
import { en } from "../words/en.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";
import { form } from "./form.ts";
import type { FormState } from "./frame.ts";
import { type SelectField, selectField } from "./selectField.ts";

const counting = new Intl.NumberFormat("en");

/** One way goods come to a country. */
export type DeliveryWay = {
  readonly option: string;
  readonly price: Money;
  /** From this worth of goods on it costs nothing. */
  readonly freeFrom?: Money | undefined;
  readonly mostGrams?: number | undefined;
};

export type DeliveryTerms = {
  readonly country: string;
  /** Shows them for another country. */
  readonly change?: { readonly form: FormState; readonly countries: SelectField["options"] } | undefined;
  readonly ways: readonly DeliveryWay[];
  /** Where nothing is sent: where else its buyers can turn to. */
  readonly sentence?: string | undefined;
};

/** How goods come to a country, and what that costs. */
export function deliveryTerms({ country, ways, sentence, change }: DeliveryTerms): Html {
  const words = en.shelf;
  const said = sentence === undefined ? ways.length === 0 && words.noRule : sentence;
  return html`<h3>${words.deliveryTo(country)}</h3>${said !== false && html`<p>${said}</p>`}
${ways.map(drawWay)}${ways.length > 0 && html`<p class="small muted">${words.handedOver}</p>`}
${change && changeCountry(change)}`;
}

function changeCountry({ form: state, countries }: NonNullable<DeliveryTerms["change"]>): Html {
  const words = en.shelf;
  const field = { name: "country", label: words.deliveryCountry, options: countries };
  return html`<details><summary>${words.deliveryElsewhere}</summary>${form(
    state,
    html`${selectField({ ...field, autocomplete: "country" }, state)}
<button class="quiet">${words.deliveryChange}</button>`,
  )}</details>`;
}

function drawWay({ option, price, freeFrom, mostGrams }: DeliveryWay): Html {
  const words = en.shelf;
  const cost = price.amount === 0 ? words.free : formatMoney(price);
  const rows =
    freeFrom === undefined || price.amount === 0
      ? [[words.always, cost] as const]
      : [
          [words.deliveryBelow(formatMoney(freeFrom)), cost] as const,
          [words.deliveryFrom(formatMoney(freeFrom)), words.free] as const,
        ];
  return html`<table class="ways"><caption>${words.ways[option] ?? option}${
    mostGrams !== undefined &&
    html` <span class="small muted">${words.deliveryUpTo(counting.format(mostGrams / 1_000))}</span>`
  }</caption><tbody>${rows.map(
    ([when, sum]) => html`<tr><th scope="row">${when}</th><td class="sum">${sum}</td></tr>`,
  )}</tbody></table>`;
}
