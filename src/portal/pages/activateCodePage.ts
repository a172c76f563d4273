import { html } from "../html.ts";
import { actions, form, isMistaken, mistakeList } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { page } from "../parts/page.ts";
import { textField } from "../parts/textField.ts";
import { en } from "../words/en.ts";

/**
 * First step of activating: the code. With a script it is grouped and its check character tested while
 * typing.
 */
export function activateCodePage(frame: Frame, model: { readonly form: FormState }) {
  const words = en.activate;
  const box = textField(
    {
      name: "code",
      label: words.codeTitle,
      hint: words.codeHint,
      asHeading: true,
      kind: "serial-input",
      attributes: {
        autocomplete: "off",
        autocapitalize: "characters",
        spellcheck: "false",
        enterkeyhint: "next",
        maxlength: 64,
      },
    },
    model.form,
  );
  const main = html`<p class="place">${en.frame.step(1, 3)}</p>${mistakeList(model.form)}
${form(
  model.form,
  html`<code-input data-typo="${words.codeTypo}">${box}</code-input>
${actions(en.frame.continue)}`,
)}
<p class="muted">${words.codeNone} <a href="/plans">${words.codeBuy}</a></p>`;
  return page(frame, { title: words.codeTitle, main, back: "/", mistaken: isMistaken(model.form) });
}
