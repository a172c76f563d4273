import { Html, html } from "../html.ts";
import { consentField } from "../parts/consentField.ts";
import { type Fact, facts } from "../parts/facts.ts";
import { actions, carried, form, isMistaken, mistakeList } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { notice } from "../parts/notice.ts";
import { optionField } from "../parts/optionField.ts";
import { page } from "../parts/page.ts";
import { personAttributes } from "../parts/personAttributes.ts";
import { selectField } from "../parts/selectField.ts";
import { textField } from "../parts/textField.ts";
import { en } from "../words/en.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";
import type { WayShown } from "./cartPage.ts";

type Choices = readonly (readonly [value: string, label: string])[];
const words = en.checkout;

/** One question of the checkout. */
function step(frame: Frame, title: string, state: FormState, content: Html, before?: Html): Html {
  const main = html`${mistakeList(state)}<h1>${title}</h1>${before}
${form(state, html`${content}${actions(en.frame.continue)}`)}`;
  return page(frame, { title, main, back: "/cart", mistaken: isMistaken(state) });
}

/** Whether a person buys or a company. */
export function kindPage(frame: Frame, state: FormState): Html {
  const options = [
    { value: "person", label: words.person, note: words.personNote },
    { value: "company", label: words.company, note: words.companyNote },
  ];
  const content = optionField({ name: "kind", legend: words.whoTitle, options, isLegendHidden: true }, state);
  const signIn = html`<p><a href="/checkout/sign-in">${words.signIn}</a></p>`;
  return step(frame, words.whoTitle, state, content, frame.signedIn === undefined ? signIn : undefined);
}

/** Who buys, as a guest or signed in. */
export function whoPage(frame: Frame, state: FormState, isCompany: boolean): Html {
  const { name, email } = personAttributes;
  return step(
    frame,
    words.whoAre,
    state,
    html`${isCompany && companyFields(state)}
${textField({ name: "name", label: words.name, attributes: name }, state)}
${textField({ name: "email", label: words.email, hint: words.emailHint, attributes: email }, state)}
${isCompany && numberField(state)}`,
  );
}

function companyFields(state: FormState): Html {
  const organization = { autocomplete: "organization", maxlength: 200 };
  const vat = { autocomplete: "off", maxlength: 20, autocapitalize: "characters", spellcheck: "false" };
  const vatId = { name: "vatId", label: words.vatId, hint: words.vatIdHint, kind: "short", attributes: vat };
  return html`${textField({ name: "company", label: words.companyName, attributes: organization }, state)}
${textField(vatId, state)}`;
}

function numberField(state: FormState): Html {
  const { purchaseOrder: label, purchaseOrderHint: hint } = words;
  const attributes = { maxlength: 60 };
  return textField({ name: "purchaseOrder", label, hint, kind: "short", attributes }, state);
}

/** Where the buyer lives: tax, delivery and the region of a plan go by it. */
export function countryPage(frame: Frame, state: FormState, countries: Choices): Html {
  const field = { name: "country", label: words.country, hint: words.countryHint, options: countries };
  const isUnitedStates = state.values.country === "US";
  const attributes = { maxlength: 6, autocapitalize: "characters" };
  const stateField = textField(
    { name: "state", label: words.state, hint: words.stateHint, kind: "short", attributes },
    state,
  );
  return step(
    frame,
    words.countryTitle,
    state,
    html`${selectField({ ...field, autocomplete: "country" }, state)}${isUnitedStates && stateField}`,
  );
}

/** How goods are to come. */
export function wayPage(frame: Frame, state: FormState, ways: readonly WayShown[]): Html {
  const options = ways.map(({ option, price, day, missing }) => {
    const cost = price.amount === 0 ? en.cart.wayFree : formatMoney(price);
    const hint = missing === undefined ? "" : `. ${en.cart.freeFrom(formatMoney(missing))}`;
    return { value: option, label: `${en.shelf.ways[option] ?? option}, ${cost}`, note: `${day}${hint}` };
  });
  const content = optionField({ name: "way", legend: words.wayTitle, options, isLegendHidden: true }, state);
  return step(frame, words.wayTitle, state, content);
}

/** Where goods come to a door. */
export function addressPage(
  frame: Frame,
  state: FormState,
  { country, hasState }: { readonly country: string; readonly hasState: boolean },
): Html {
  const box = (name: string, label: string, autocomplete: string, hint?: string) =>
    textField({ name, label, hint, attributes: { autocomplete, maxlength: 120 } }, state);
  const county = box("county", words.county, "address-level1");
  const content = html`${box("line1", words.line1, "address-line1")}
${box("line2", words.line2, "address-line2", words.line2Hint)}
<div class="pair">${box("postcode", words.postcode, "postal-code")}
${box("city", words.city, "address-level2")}
</div>${hasState && county}`;
  return step(frame, words.addressTitle, state, content, html`<p class="lede">${country}</p>`);
}

export type Point = { readonly id: string; readonly name: string; readonly where: string };

/** At which pickup point. */
export function pointPage(
  frame: Frame,
  state: FormState,
  {
    points,
    near,
    find,
  }: { readonly points: readonly Point[]; readonly near: string; readonly find: FormState },
): Html {
  const search = form(
    { ...find, values: { near } },
    html`${textField({ name: "near", label: words.pointNear, kind: "short" }, { ...find, values: { near } })}
<button class="quiet">${words.pointFind}</button>`,
  );
  const options = points.map(({ id, name, where }) => ({ value: id, label: name, note: where }));
  const legend = { name: "point", legend: words.pointTitle, options, isLegendHidden: true };
  const main = html`${mistakeList(state)}<h1>${words.pointTitle}</h1>${search}
${
  points.length === 0
    ? notice("plain", html`<p>${words.pointNone}</p>`)
    : form(state, html`${optionField(legend, state)}${actions(en.frame.continue)}`)
}`;
  return page(frame, { title: words.pointTitle, main, back: "/checkout/way", mistaken: isMistaken(state) });
}

export type CheckModel = {
  readonly form: FormState;
  /** The order as it will be sent, sealed. */
  readonly order: string;
  readonly buyer: readonly Fact[];
  readonly lines: readonly { readonly name: string; readonly quantity: number; readonly sum: Money }[];
  readonly delivery: string;
  readonly deliverySum?: Money | undefined;
  readonly net: Money;
  readonly taxes: readonly { readonly name: string; readonly sum: Money }[];
  readonly total: Money;
  /** The total that was seen before, where it has changed. */
  readonly was?: Money | undefined;
  /** What a buyer is told before paying, printed from our own documents. */
  readonly information?: { readonly html: string } | undefined;
};

/** Everything once more, what the law wants to be told, and the button that orders. */
export function checkPage(frame: Frame, model: CheckModel): Html {
  const { form: state, was, total, information } = model;
  const changed =
    was &&
    notice(
      "needs",
      was.amount === total.amount
        ? html`<p>${words.toldChanged}</p>`
        : html`<h2>${en.cart.newPrice}</h2><p>${words.changed(formatMoney(was), formatMoney(total))}</p>`,
      "alert",
    );
  const consent = information && {
    ...{ name: "withdrawal", legend: words.consentTitle, label: words.consentLabel },
    says: html`<div class="told" tabindex="0" role="region" aria-label="${words.consentTitle}">
${Html.finished(information.html)}</div>`,
  };
  const content = html`${carried("order", model.order)}${consent && consentField(consent, state)}
${actions(words.order(formatMoney(total)))}`;
  const main = html`${mistakeList(state)}<h1>${words.checkTitle}</h1>${changed}
<h2>${words.lines}</h2>${lineTable(model)}<p><a href="/cart">${words.backToCart}</a></p>${sums(model)}
<h2>${words.buyer}</h2>${facts(model.buyer, en.frame.change)}${form(state, content)}`;
  return page(frame, { title: words.checkTitle, main, back: "/cart", mistaken: isMistaken(state) });
}

function lineTable({ lines, delivery, deliverySum }: CheckModel): Html {
  const rows = lines.map(
    ({ name, quantity, sum }) => html`<tr><th scope="row">${name}</th><td>${quantity}</td>
<td class="sum">${formatMoney(sum)}</td></tr>`,
  );
  const sent =
    deliverySum &&
    html`<tr><th scope="row" colspan="2">${delivery}</th>
<td class="sum">${deliverySum.amount === 0 ? en.cart.wayFree : formatMoney(deliverySum)}</td></tr>`;
  return html`<table><thead><tr><th scope="col">${en.shop.line}</th><th scope="col">${en.shop.number}</th>
<th scope="col" class="sum">${en.shop.sum}</th></tr></thead><tbody>${rows}${sent}</tbody></table>
${deliverySum === undefined && html`<p>${delivery}</p>`}`;
}

function sums({ net, taxes, total }: CheckModel): Html {
  return facts([
    { label: en.cart.net, value: formatMoney(net) },
    ...taxes.map(({ name, sum }) => ({ label: name, value: formatMoney(sum) })),
    { label: en.cart.total, value: html`<b>${formatMoney(total)}</b>` },
  ]);
}
