import { html } from "../html.ts";
import { actions, carried, form, isMistaken, mistakeList } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { page } from "../parts/page.ts";
import { personAttributes } from "../parts/personAttributes.ts";
import { textField } from "../parts/textField.ts";
import { en } from "../words/en.ts";

/** Asks for the e-mail; there is no password. */
export function signInPage(frame: Frame, model: { readonly form: FormState }) {
  const words = en.device;
  const box = textField(
    {
      name: "email",
      label: words.email,
      hint: words.emailHint,
      attributes: { ...personAttributes.email, enterkeyhint: "send" },
    },
    model.form,
  );
  const main = html`${mistakeList(model.form)}<h1>${words.signInTitle}</h1><p>${words.signInWhy}</p>
${form(model.form, html`${box}${actions(words.sendCode)}`)}`;
  return page(frame, { title: words.signInTitle, main, back: "/", mistaken: isMistaken(model.form) });
}

/** Asks for the six digits; they may be pasted or filled in by the phone. */
export function signInCodePage(
  frame: Frame,
  model: { readonly form: FormState; readonly email: string; readonly again: FormState },
) {
  const words = en.device;
  const box = textField(
    {
      name: "code",
      label: words.code,
      kind: "six",
      attributes: { inputmode: "numeric", autocomplete: "one-time-code", enterkeyhint: "go", maxlength: 12 },
    },
    model.form,
  );
  const { again } = model;
  const main = html`${mistakeList(model.form)}<h1>${words.codeTitle}</h1><p>${words.codeSent(model.email)}</p>
${form(model.form, html`${box}${actions(words.codeButton)}`)}
${form(again, html`${carried("email", model.email)}<button class="text">${words.codeAgain}</button>`)}
<p><a href="/sign-in">${words.otherEmail}</a></p>`;
  return page(frame, { title: words.codeTitle, main, back: "/sign-in", mistaken: isMistaken(model.form) });
}
