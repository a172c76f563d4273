import { html } from "../html.ts";
import { facts } from "../parts/facts.ts";
import { actions, form, mistakeList } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { optionField } from "../parts/optionField.ts";
import { page } from "../parts/page.ts";
import { drawRibbon } from "../ribbon/drawRibbon.ts";
import { layoutRibbon } from "../ribbon/layoutRibbon.ts";
import type { RibbonFacts } from "../ribbon/ribbonFacts.ts";
import { en } from "../words/en.ts";
import { formatDay, lastDayOf } from "../words/formatDate.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";
import { paymentOptions } from "./paymentPage.ts";

export type RenewModel = {
  readonly form: FormState;
  readonly deviceId: string;
  /** The ribbon as it would be with the added year. */
  readonly ribbon: RibbonFacts;
  readonly endsAt: string;
  readonly price: Money;
  readonly grants: number;
  readonly methods: readonly string[];
};

/** Refresh+: the new end drawn on the ribbon before anything is paid. */
export function renewPage(frame: Frame, model: RenewModel) {
  const words = en.device;
  const day = formatDay(lastDayOf(model.endsAt, frame.zone));
  const list = facts([
    { label: words.renewPrice, value: formatMoney(model.price) },
    { label: words.renewEnd, value: day },
    { label: words.renewGrants, value: model.grants },
  ]);
  const method = optionField(
    {
      name: "method",
      legend: en.claim.payMethod,
      hint: en.claim.payTest,
      options: paymentOptions(model.methods),
    },
    model.form,
  );
  const main = html`${mistakeList(model.form)}<h1>${words.renewPageTitle}</h1><p class="lede">
${words.renewNewEnd(day)}</p>
${drawRibbon(layoutRibbon(model.ribbon))}${list}<p>${words.renewCarry}</p>
${form(model.form, html`${method}${actions(words.renewPay)}`)}`;
  return page(frame, { title: words.renewPageTitle, main, back: `/devices/${model.deviceId}`, broad: true });
}
