import { html } from "../html.ts";
import { facts } from "../parts/facts.ts";
import { mistakeList } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { page } from "../parts/page.ts";
import { paymentField } from "../parts/paymentField.ts";
import { drawRibbon } from "../ribbon/drawRibbon.ts";
import { layoutRibbon } from "../ribbon/layoutRibbon.ts";
import type { RibbonFacts } from "../ribbon/ribbonFacts.ts";
import { en } from "../words/en.ts";
import { formatDay, lastDayOf } from "../words/formatDate.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";

export type RenewModel = {
  readonly form: FormState;
  readonly deviceId: string;
  /** The ribbon as it would be with the added year. */
  readonly ribbon: RibbonFacts;
  readonly endsAt: string;
  /** Left out where nothing can be paid by. */
  readonly price?: Money | undefined;
  readonly grants: number;
  readonly methods: readonly string[];
};

/** Refresh+: the new end drawn on the ribbon before anything is paid. */
export function renewPage(frame: Frame, model: RenewModel) {
  const words = en.device;
  const day = formatDay(lastDayOf(model.endsAt, frame.zone));
  const list = facts([
    ...(model.price === undefined ? [] : [{ label: words.renewPrice, value: formatMoney(model.price) }]),
    { label: words.renewEnd, value: day },
    { label: words.renewGrants, value: model.grants },
  ]);
  const main = html`${mistakeList(model.form)}<h1>${words.renewPageTitle}</h1><p class="lede">
${words.renewNewEnd(day)}</p>
${drawRibbon(layoutRibbon(model.ribbon))}${list}<p>${words.renewCarry}</p>
${paymentField(model.form, model.methods, { button: words.renewPay, price: model.price })}`;
  return page(frame, { title: words.renewPageTitle, main, back: `/devices/${model.deviceId}`, broad: true });
}
