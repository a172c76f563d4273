import { html } from "../html.ts";
import { actions, form } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { page } from "../parts/page.ts";
import { en } from "../words/en.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";

/** What cancelling an order would do, before it is done. `back` is what its goods pay back. */
export function cancelOrderPage(
  frame: Frame,
  {
    orderId,
    form: state,
    back,
  }: { readonly orderId: string; readonly form: FormState; readonly back?: Money },
) {
  const words = en.shop;
  const says = back === undefined ? words.cancelUnpaid : words.cancelGoods(formatMoney(back));
  const keep = html`<a class="button quiet" href="/orders/${orderId}">${en.frame.back}</a>`;
  const main = html`<p class="place">${words.orderTitle(orderId)}</p><h1>${words.cancelTitle}</h1>
<p>${says}</p>
${form(state, actions(words.cancelButton, keep))}`;
  return page(frame, { title: words.cancelTitle, main, back: `/orders/${orderId}` });
}
