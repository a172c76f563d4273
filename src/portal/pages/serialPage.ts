import { html } from "../html.ts";
import { drawing } from "../parts/drawings.ts";
import { actions, form, isMistaken, mistakeList } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { page } from "../parts/page.ts";
import { textField } from "../parts/textField.ts";
import { en } from "../words/en.ts";

export const serialAttributes = {
  autocomplete: "off",
  autocapitalize: "characters",
  spellcheck: "false",
  enterkeyhint: "go",
  maxlength: 48,
} as const;

/** Asks for a serial number and shows where to find it. */
export function serialPage(frame: Frame, model: { readonly form: FormState }) {
  const words = en.cover;
  const title = words.serialTitle;
  const box = textField(
    {
      name: "serial",
      label: title,
      hint: words.serialHint,
      asHeading: true,
      kind: "serial-input",
      attributes: serialAttributes,
    },
    model.form,
  );
  const main = html`${mistakeList(model.form)}
${form(model.form, html`${box}${actions(words.seeCover)}`)}
<p class="muted">${words.serialWhy}</p>
<p><a href="/ask/plan">${en.ask.askPlan}</a></p>
<p><a href="/ask/damage">${en.ask.askDamage}</a></p>
<h2>${words.serialWhere}</h2>
<ul class="marked pictured">${(["aircraft", "camera", "gimbal"] as const).map(
    (group) => html`<li>${drawing(group)}<span>${words.serialPlaces[group]}</span></li>`,
  )}</ul>`;
  return page(frame, { title, main, back: "/", mistaken: isMistaken(model.form) });
}
