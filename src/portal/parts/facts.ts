import { type Html, type HtmlValue, html } from "../html.ts";

export type Fact = {
  readonly label: string;
  readonly value: HtmlValue;
  readonly change?: string | undefined;
};

/** Facts as a ruled ledger. `change` adds a link that leads back to the question; `word` is what it says. */
export function facts(list: readonly Fact[], word = ""): Html {
  return html`<dl class="facts">${list.map(
    ({ label, value, change }) =>
      html`<div><dt>${label}</dt><dd>${value}${
        change !== undefined &&
        html`<a class="change" href="${change}">${word}<span class="hidden"> ${label}</span></a>`
      }</dd></div>`,
  )}</dl>`;
}
