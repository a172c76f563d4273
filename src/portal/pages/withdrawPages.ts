import { html } from "../html.ts";
import { type Fact, facts } from "../parts/facts.ts";
import { carried, form, isMistaken, mistakeList } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { notice } from "../parts/notice.ts";
import { optionField } from "../parts/optionField.ts";
import { page } from "../parts/page.ts";
import { en } from "../words/en.ts";

const words = en.withdraw;

/** A line one may withdraw from. */
export type OpenLine = { readonly no: number; readonly says: string; readonly until: string };

/** The first step: from what. */
export function withdrawPage(
  frame: Frame,
  model: {
    readonly form: FormState;
    readonly back: string;
    readonly about: readonly Fact[];
    readonly lines: readonly OpenLine[];
  },
) {
  const options = model.lines.map(({ no, says, until }) => ({ value: String(no), label: says, note: until }));
  const field = { name: "lines", legend: words.what, options, several: true };
  const main = html`${mistakeList(model.form)}<h1>${words.title}</h1><p>${words.intro}</p>
${facts(model.about)}
${form(
  model.form,
  html`${optionField(field, model.form)}<div class="actions"><button>${words.offer}</button>
<a class="button quiet" href="${model.back}">${words.keep}</a></div>`,
)}`;
  return page(frame, { title: words.title, main, back: model.back, mistaken: isMistaken(model.form) });
}

/** The second step: the statement, and the button that makes it. */
export function confirmWithdrawalPage(
  frame: Frame,
  model: {
    readonly form: FormState;
    readonly back: string;
    readonly name: string;
    readonly orderId: string;
    readonly about: readonly Fact[];
    readonly lines: readonly OpenLine[];
  },
) {
  const chosen = model.lines.map(({ no }) => no).join(",");
  const said = model.lines.map(({ says }) => html`<li>${says}</li>`);
  const main = html`<h1>${words.confirmTitle}</h1>
<p>${words.statement(model.name, model.orderId)}</p><ul>${said}</ul>${facts(model.about)}
<p>${words.follows}</p>
${form(
  model.form,
  html`${carried("lines", chosen)}<div class="actions"><button>${words.confirm}</button>
<a class="button quiet" href="${model.back}">${words.keep}</a></div>`,
)}`;
  return page(frame, { title: words.confirmTitle, main, back: model.back });
}

/** What was told, when, and what became of it. */
export type ToldWithdrawal = {
  readonly moment: string;
  readonly lines: readonly string[];
  readonly state: "told" | "answered";
  readonly answer: string | undefined;
};

/** The acknowledgement: the words of the withdrawal with its day and hour. */
export function withdrawnPage(
  frame: Frame,
  model: {
    readonly back: string;
    readonly told: readonly ToldWithdrawal[];
    /** Where one may withdraw from the rest. */
    readonly more: string | undefined;
  },
) {
  const last = model.told.at(-1);
  const each = model.told.map(({ moment, lines, state, answer }) =>
    facts([
      { label: words.toldAt, value: moment },
      { label: words.what, value: lines.join(", ") },
      { label: answer === undefined ? words.states[state] : words.answer, value: answer ?? "" },
    ]),
  );
  const main = html`${notice(
    "ok",
    html`<h1>${words.doneTitle}</h1><p>${words.doneSays(last?.moment ?? "")}</p>`,
    "status",
  )}
${each}<p>${words.used} <a href="/devices">${words.toDevices}</a></p>
${model.more !== undefined && html`<p><a href="${model.more}">${words.more}</a></p>`}
<p class="small muted">${words.print}</p>`;
  return page(frame, { title: words.doneTitle, main, back: model.back });
}

/** There is nothing one could withdraw from. */
export function noWithdrawalPage(frame: Frame, back: string) {
  const main = html`${notice("plain", html`<h1>${words.notTitle}</h1><p>${words.notSays}</p>`)}
<div class="actions"><a class="button quiet" href="${back}">${words.toOrder}</a></div>`;
  return page(frame, { title: words.notTitle, main, back });
}
