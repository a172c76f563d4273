import { html } from "../html.ts";
import {
  carried,
  type FormState,
  type Frame,
  facts,
  isMistaken,
  mistakeList,
  notice,
  page,
  paymentField,
  type RenewsItself,
  renewsItself,
  taxCountryField,
} from "../parts/index.ts";
import { drawRibbon } from "../ribbon/drawRibbon.ts";
import { layoutRibbon } from "../ribbon/layoutRibbon.ts";
import type { RibbonFacts } from "../ribbon/ribbonFacts.ts";
import { en } from "../words/en.ts";
import { dayOf, formatDay, lastDayOf } from "../words/formatDate.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";
import { planName } from "../words/planName.ts";

export type RenewModel = {
  readonly form: FormState;
  readonly deviceId: string;
  readonly contractId: string;
  readonly product: string;
  /** What else may follow. */
  readonly others: readonly string[];
  /** The ribbon as it would be with the added period. */
  readonly ribbon: RibbonFacts;
  readonly startsAt: string;
  readonly endsAt: string;
  /** Until when it may be renewed. */
  readonly until?: string | undefined;
  /** The plan has ended, and these are the days that are left to renew. */
  readonly inGrace: boolean;
  /** Left out where it has no price. */
  readonly price?: Money | undefined;
  readonly grants: number;
  /** The last try to pay was declined. */
  readonly declined: boolean;
  readonly methods: readonly string[];
  /** Where the holder may live; left out where we know, or it makes no difference. */
  readonly countries?: readonly (readonly [string, string])[] | undefined;
  readonly itself: RenewsItself;
};

/** Renewing: the new end drawn on the ribbon before anything is paid. */
export function renewPage(frame: Frame, model: RenewModel) {
  const words = en.device;
  const { product, price, until, inGrace } = model;
  const day = formatDay(lastDayOf(model.endsAt, frame.zone));
  const title = words.renewPageTitle(planName(product));
  const list = facts([
    ...(price === undefined ? [] : [{ label: words.renewPrice, value: html`<b>${formatMoney(price)}</b>` }]),
    { label: en.renew.starts, value: formatDay(dayOf(model.startsAt, frame.zone)) },
    { label: words.renewEnd, value: day },
    ...(model.grants === 0 ? [] : [{ label: words.renewGrants, value: model.grants }]),
    ...(until === undefined
      ? []
      : [{ label: words.renewBy, value: formatDay(lastDayOf(until, frame.zone)) }]),
  ]);
  const others = model.others.map(
    (other) =>
      html`<p><a href="/renew/${model.contractId}?plan=${other}">${en.renew.other(planName(other))}</a></p>`,
  );
  const grace = inGrace && notice("needs", html`<p>${en.renew.grace}</p>`);
  const declined = model.declined && notice("problem", html`<p>${en.claim.payDeclined}</p>`, "alert");
  const country = model.countries && taxCountryField(model.countries, model.form);
  const consent = html`${carried("product", product)}${country}`;
  const pay = { button: words.renewPay, price, consent };
  const main = html`${declined}${mistakeList(model.form)}${grace}<h1>${title}</h1><p class="lede">
${words.renewNewEnd(day)}</p>
${drawRibbon(layoutRibbon(model.ribbon))}${list}${!inGrace && html`<p>${words.renewCarry}</p>`}${others}
${paymentField(model.form, model.methods, pay)}${renewsItself(frame, model.itself, model.contractId)}`;
  return page(frame, {
    title,
    main,
    back: `/devices/${model.deviceId}`,
    broad: true,
    mistaken: isMistaken(model.form),
  });
}
