import { type Html, html } from "../html.ts";
import { en } from "../words/en.ts";
import type { Money } from "../words/formatMoney.ts";
import { actions, carriedPrice, form } from "./form.ts";
import type { FormState } from "./frame.ts";
import { notice } from "./notice.ts";
import { optionField } from "./optionField.ts";

/** How to pay, and the button; where nothing can be paid by, whom to write to. */
export function paymentField(
  state: FormState,
  methods: readonly string[],
  button: string,
  price?: Money,
): Html {
  const words = en.claim;
  if (methods.length === 0) {
    return html`${notice("waiting", html`<p>${words.payNoWay}</p>`)}
<div class="actions"><a class="button quiet" href="/help#write">${en.help.writeTitle}</a></div>`;
  }
  const options = methods.map((value) => ({ value, label: words.methods[value] ?? value }));
  const method = optionField(
    { name: "method", legend: words.payMethod, hint: words.payTest, options },
    state,
  );
  return form(state, html`${price && carriedPrice(price)}${method}${actions(button)}`);
}
