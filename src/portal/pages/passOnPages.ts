import { type Html, html } from "../html.ts";
import { type Fact, facts } from "../parts/facts.ts";
import { actions, carried, form, isMistaken, mistakeList } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { notice, type State } from "../parts/notice.ts";
import { page } from "../parts/page.ts";
import { personAttributes } from "../parts/personAttributes.ts";
import { textField } from "../parts/textField.ts";
import { en } from "../words/en.ts";

export type AskTransferModel = {
  readonly form: FormState;
  readonly place: string;
  readonly back: string;
  /** What the next holder gets, and what not, in sentences. */
  readonly gets: readonly string[];
  readonly getsNot: readonly string[];
};

/** Passing a plan on: what goes with it and what does not, then to whom. */
export function askTransferPage(frame: Frame, model: AskTransferModel) {
  const words = en.passOn;
  const attributes = { ...personAttributes.email, autocomplete: "off" };
  const email = { label: words.email, hint: words.emailHint, attributes };
  const main = html`<p class="place">${model.place}</p>${mistakeList(model.form)}<h1>${words.title}</h1>
<p class="lede">${words.lede}</p>${list(words.gets, model.gets)}${list(words.getsNot, model.getsNot)}
<p>${words.youLose} ${words.stopsRenewing}</p>
${form(
  model.form,
  html`${textField({ name: "name", label: words.name, attributes: { autocomplete: "off" } }, model.form)}
${textField({ name: "email", ...email }, model.form)}${actions(words.button)}`,
)}`;
  return page(frame, { title: words.title, main, back: model.back, mistaken: isMistaken(model.form) });
}

function list(title: string, says: readonly string[]): Html | false {
  return says.length > 0 && html`<h2>${title}</h2><ul>${says.map((line) => html`<li>${line}</li>`)}</ul>`;
}

export type TransferModel = {
  readonly title: string;
  readonly says: string;
  readonly state: State;
  readonly facts: readonly Fact[];
  readonly gets: readonly string[];
  readonly getsNot: readonly string[];
  /** The answers that are open to who looks at it: the first is the main one. */
  readonly answers: readonly { readonly form: FormState; readonly answer: string; readonly label: string }[];
  readonly note?: string | undefined;
  /** A way on when there is nothing to answer. */
  readonly way?: { readonly href: string; readonly label: string } | undefined;
};

/** The passing of a plan as one of its two sides sees it: how it stands, and what they can say. */
export function transferPage(frame: Frame, model: TransferModel) {
  const { title, answers, way } = model;
  const buttons = answers.map(({ form: state, answer, label }, place) => {
    const isMain = place === 0 && answers.length > 1;
    const button = isMain ? html`<button>${label}</button>` : html`<button class="quiet">${label}</button>`;
    return form(state, html`${carried("answer", answer)}${button}`);
  });
  const goOn = way && html`<a class="button quiet" href="${way.href}">${way.label}</a>`;
  const main = html`${notice(model.state, html`<h1>${title}</h1><p>${model.says}</p>`, "status")}
${facts(model.facts)}${list(en.passOn.gets, model.gets)}${list(en.passOn.getsNot, model.getsNot)}
${model.note !== undefined && html`<p>${model.note}</p>`}<div class="actions">${buttons}${goOn}</div>`;
  return page(frame, { title, main });
}
