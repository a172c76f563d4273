import { type Html, html } from "../html.ts";
import { en } from "../words/en.ts";
import type { Money } from "../words/formatMoney.ts";
import type { FormState } from "./frame.ts";
import { notice } from "./notice.ts";

/** A form that is safe to send twice (its key) and cannot be sent from elsewhere (its token). */
export function form(state: FormState, content: Html): Html {
  return html`<form method="post" action="${state.action}" novalidate>
<input type="hidden" name="formToken" value="${state.token}">
<input type="hidden" name="formKey" value="${state.key}">
${content}</form>`;
}

/** A value the person does not fill in but the form must carry. */
export function carried(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

/** The price that is seen goes back with the form: nobody owes another one. */
export function carriedPrice({ amount, currency }: Money): Html {
  return html`${carried("feeMinor", String(amount))}${carried("currency", currency)}`;
}

/** The list of what to put right, on top of the page, each leading to its field. Nothing when all is well. */
export function mistakeList(state: FormState): Html | false {
  const mistakes = Object.entries(state.mistakes);
  const links = mistakes.map(([field, says]) => html`<li><a href="#${field}">${says}</a></li>`);
  return (
    mistakes.length > 0 &&
    notice("problem", html`<h2>${en.frame.mistakesTitle(mistakes.length)}</h2><ul>${links}</ul>`, "alert")
  );
}

/** The main button of a page, and what may stand beside it. */
export function actions(label: string, beside?: Html): Html {
  return html`<div class="actions"><button>${label}</button>${beside}</div>`;
}

/** One sentence above its field that says what to do. */
export function mistake(state: FormState, field: string): Html | false {
  const says = state.mistakes[field];
  return (
    says !== undefined &&
    html`<p class="mistake" id="${field}-mistake"><span class="hidden">${en.frame.mistakeMark}</span>${says}
</p>`
  );
}

export function isMistaken(state: FormState): boolean {
  return Object.keys(state.mistakes).length > 0;
}
