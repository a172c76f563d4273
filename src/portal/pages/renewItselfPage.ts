import { html } from "../html.ts";
import { facts } from "../parts/facts.ts";
import { isMistaken, mistakeList } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { optionField } from "../parts/optionField.ts";
import { page } from "../parts/page.ts";
import { paymentField } from "../parts/paymentField.ts";
import { taxCountryField } from "../parts/taxCountryField.ts";
import { en } from "../words/en.ts";
import { dayOf, formatDay } from "../words/formatDate.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";
import { planName } from "../words/planName.ts";

export type RenewItselfModel = {
  readonly form: FormState;
  readonly back: string;
  readonly product: string;
  readonly price: Money;
  readonly startsAt: string;
  /** What is agreed to, word by word. */
  readonly wording: string;
  readonly methods: readonly string[];
  /** Where the holder may live; left out where we know, or it makes no difference. */
  readonly countries?: readonly (readonly [string, string])[] | undefined;
};

/** Agreeing that a plan renews by itself: the price, and the exact words that are kept. */
export function renewItselfPage(frame: Frame, model: RenewItselfModel) {
  const words = en.renew;
  const agree = { value: "yes", label: words.agree };
  const country = model.countries && taxCountryField(model.countries, model.form);
  const consent = html`${country}<h2>${words.words}</h2>
<blockquote>${model.wording}</blockquote>${optionField(
    { name: "agrees", legend: words.agreeLegend, options: [agree], several: true },
    model.form,
  )}`;
  const main = html`${mistakeList(model.form)}<h1>${words.itselfOffer}</h1>
${facts([
  { label: en.giveBack.plan, value: planName(model.product) },
  { label: words.itselfPrice, value: formatMoney(model.price) },
  { label: words.starts, value: formatDay(dayOf(model.startsAt, frame.zone)) },
])}<p>${words.stopsNote}</p>
${paymentField(model.form, model.methods, { button: words.agreeButton, price: model.price, consent })}`;
  return page(frame, {
    title: words.itselfOffer,
    main,
    back: model.back,
    mistaken: isMistaken(model.form),
  });
}
