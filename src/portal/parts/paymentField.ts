import { type Html, html } from "../html.ts";
import { en } from "../words/en.ts";
import type { Money } from "../words/formatMoney.ts";
import { actions, carriedPrice, form } from "./form.ts";
import type { FormState } from "./frame.ts";
import { notice } from "./notice.ts";
import { optionField } from "./optionField.ts";

/** What stands on the form beside the ways to pay. */
export type PaymentForm = {
  readonly button: string;
  /** The price that was seen. */
  readonly price?: Money | undefined;
  /** What is agreed to with the payment. */
  readonly consent?: Html | undefined;
};

/** How to pay, and the button; where nothing can be paid by, whom to write to. Test ways are marked. */
export function paymentField(state: FormState, methods: readonly string[], given: PaymentForm): Html {
  const words = en.claim;
  if (methods.length === 0) {
    return html`${notice("waiting", html`<p>${words.payNoWay}</p>`)}
<div class="actions"><a class="button quiet" href="/help#write">${en.help.writeTitle}</a></div>`;
  }
  const tests = methods.filter(isTest).length;
  const options = methods.map((value) => ({
    value,
    label: words.methods[value] ?? value,
    note: isTest(value) && tests < methods.length ? en.pay.testNote : en.pay.methodNotes[value],
  }));
  const hint = tests === methods.length ? words.payTest : undefined;
  const method = optionField({ name: "method", legend: words.payMethod, hint, options }, state);
  const { price, consent, button } = given;
  return form(state, html`${price && carriedPrice(price)}${method}${consent}${actions(button)}`);
}

/** A way of the test bank: no money moves by it. */
function isTest(method: string): boolean {
  return method.startsWith("test_");
}
