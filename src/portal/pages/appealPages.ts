import { html } from "../html.ts";
import { type Fact, facts } from "../parts/facts.ts";
import { form, isMistaken, mistakeList } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { notice, type State } from "../parts/notice.ts";
import { page } from "../parts/page.ts";
import { type ReceiptStep, receiptList } from "../parts/receiptList.ts";
import { textField } from "../parts/textField.ts";
import { en } from "../words/en.ts";

const words = en.appeal;

/** One field: why it is wrong. Beside it what is contested. */
export function askAppealPage(
  frame: Frame,
  model: { readonly form: FormState; readonly back: string; readonly against: readonly ReceiptStep[] },
) {
  const { back, against } = model;
  const attributes = { maxlength: "2000", rows: "6", required: true };
  const field = { name: "reason", label: words.reason, hint: words.reasonHint, lines: true, attributes };
  const contested = html`<h2>${words.contested}</h2>${receiptList(against)}`;
  const main = html`${mistakeList(model.form)}<h1>${words.title}</h1><p>${words.intro}</p><p>${words.how}</p>
${form(
  model.form,
  html`${textField(field, model.form)}<div class="actions"><button>${words.send}</button>
<a class="button quiet" href="${back}">${words.keep}</a></div>`,
)}${against.length > 0 && contested}`;
  return page(frame, { title: words.title, main, back, mistaken: isMistaken(model.form) });
}

export type AppealModel = {
  readonly caseId: string;
  readonly state: "asked" | "upheld" | "dismissed" | "withdrawn";
  readonly details: readonly Fact[];
  readonly against: readonly ReceiptStep[];
  /** The form that takes it back, while it is asked. */
  readonly withdraw?: FormState | undefined;
};

const tones: Readonly<Record<AppealModel["state"], State>> = {
  asked: "waiting",
  upheld: "ok",
  dismissed: "problem",
  withdrawn: "plain",
};

/** How a review stands, or what came of it. */
export function appealPage(frame: Frame, { caseId, state, details, against, withdraw }: AppealModel) {
  const title = words[state];
  const back = `/cases/${caseId}`;
  const says = notice(tones[state], html`<h1>${title}</h1><p>${words[`${state}Says`]}</p>`, "status");
  const contested = html`<h2>${words.contested}</h2>${receiptList(against)}`;
  const quiet =
    withdraw &&
    html`<h2>${words.withdraw}</h2><p>${words.withdrawNote}</p>
${form(withdraw, html`<button class="quiet">${words.withdraw}</button>`)}`;
  const main = html`<p class="place">${en.claim.caseNo(caseId)}</p>${says}${facts(details)}
<div class="actions"><a class="button" href="${back}">${en.claim.toCase}</a></div>
${against.length > 0 && contested}${quiet}`;
  return page(frame, { title, main, back });
}
