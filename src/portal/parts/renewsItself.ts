import { type Html, html } from "../html.ts";
import { en } from "../words/en.ts";
import { dayOf, formatDay } from "../words/formatDate.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";
import { form } from "./form.ts";
import type { FormState, Frame } from "./frame.ts";

export type RenewsItself = {
  /** The consent that holds; null without one. */
  readonly consent: {
    readonly price: Money;
    readonly method: string;
    readonly chargesAt: string | null;
  } | null;
  readonly mayAgree: boolean;
  readonly stop: FormState;
};

/** Whether a plan renews by itself: agreeing is one link away, and stopping is one button. */
export function renewsItself(frame: Frame, model: RenewsItself, contractId: string): Html | false {
  const words = en.renew;
  const { consent, mayAgree, stop } = model;
  if (consent === null) {
    return (
      mayAgree &&
      html`<h2>${words.itselfTitle}</h2><p>${words.itselfNot}</p>
<p><a class="button quiet" href="/renew/${contractId}/by-itself">${words.itselfOffer}</a></p>`
    );
  }
  const { price, method, chargesAt } = consent;
  const when =
    chargesAt === null ? words.itselfTold : words.itselfCharged(formatDay(dayOf(chargesAt, frame.zone)));
  const stops = form(stop, html`<button class="quiet">${words.stop}</button>`);
  return html`<h2>${words.itselfTitle}</h2><p>${words.itselfIs(formatMoney(price))} ${when}
${words.itselfMethod}: ${en.claim.methods[method] ?? method}.</p>
${stops}<p class="small muted">${words.stopNote}</p>`;
}
