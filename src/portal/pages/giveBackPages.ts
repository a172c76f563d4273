import { type Html, html } from "../html.ts";
import { type Fact, facts } from "../parts/facts.ts";
import { carried, carriedPrice, form, isMistaken, mistakeList } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { notice } from "../parts/notice.ts";
import { optionField } from "../parts/optionField.ts";
import { page } from "../parts/page.ts";
import { type RefundShown, refundFacts } from "../parts/refundFacts.ts";
import { type RefundSide, refundSides } from "../parts/refundSides.ts";
import { en } from "../words/en.ts";
import { formatDay, lastDayOf } from "../words/formatDate.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";

/** What comes back, how it was reckoned, and who says so. */
export type BackModel = {
  readonly form: FormState;
  readonly place: string;
  readonly back: string;
  /** What was reckoned; undefined where nothing comes back. */
  readonly sum: Money | undefined;
  readonly payBy: string | undefined;
  readonly secondPerson: boolean;
  readonly steps: readonly Fact[];
  readonly sides: readonly RefundSide[];
  /** Why, in a word that is kept: it goes back with the form, so that sent twice it is the same. */
  readonly reason: string;
  /** What goes with it, in sentences. */
  readonly also: readonly string[];
};

/** Giving a plan back: first what comes back and by which rule, then the one button. */
export function giveBackPage(frame: Frame, model: BackModel) {
  const words = en.giveBack;
  return confirmPage(frame, model, {
    ...{ title: words.title, ends: words.endsAtOnce, button: words.button, keep: words.keep },
    carries: html``,
  });
}

/** Giving unused codes back, named by their last characters. */
export function codesBackPage(frame: Frame, model: BackModel & { readonly codes: readonly string[] }) {
  const words = en.giveBack;
  const count = model.codes.length;
  const named = { label: words.codes, value: model.codes.map(words.codeEnds).join(", ") };
  return confirmPage(
    frame,
    { ...model, steps: [named, ...model.steps] },
    {
      ...{ title: words.codesTitle, ends: words.codesEnd(count) },
      ...{ button: words.codesButton(count), keep: words.codesKeep(count) },
      carries: carried("codes", model.codes.join(",")),
    },
  );
}

type Said = {
  readonly title: string;
  readonly ends: string;
  readonly button: string;
  readonly keep: string;
  readonly carries: Html;
};

function confirmPage(frame: Frame, model: BackModel, said: Said) {
  const words = en.giveBack;
  const { sum, payBy, steps, sides } = model;
  const paid = payBy === undefined ? words.paidSoon : words.paidBy(formatDay(lastDayOf(payBy, frame.zone)));
  const head =
    sum === undefined
      ? html`<h1>${said.title}</h1><p>${words.nothingBack}</p>`
      : html`<h1>${words.youGet(formatMoney(sum))}</h1><p>${paid} ${model.secondPerson && words.secondPerson}
</p>`;
  const also = model.also.map((says) => html`<p>${says}</p>`);
  const carries = html`${said.carries}${carried("reason", model.reason)}${sum && carriedPrice(sum)}`;
  const main = html`<p class="place">${model.place}</p>${mistakeList(model.form)}${notice("plain", head)}
${steps.length > 0 && html`<h2>${words.why}</h2>${facts(steps)}`}${sides.length > 0 && refundSides(sides)}
<h2>${words.whatEnds}</h2><p>${said.ends} ${words.noWayBack}</p>${also}
${form(
  model.form,
  html`${carries}<div class="actions" id="form"><button>${said.button}</button>
<a class="button quiet" href="${model.back}">${said.keep}</a></div>`,
)}`;
  return page(frame, { title: said.title, main, back: model.back, mistaken: isMistaken(model.form) });
}

export type EndedModel = {
  readonly back: string;
  readonly byHolder: boolean;
  readonly mailed: boolean;
  readonly facts: readonly Fact[];
  readonly refund: RefundShown | undefined;
};

/** The acknowledgement that a plan has ended, with day and time, and how its refund stands. */
export function planEndedPage(frame: Frame, model: EndedModel) {
  const words = en.giveBack;
  const says = model.byHolder ? words.doneNotice : words.doneByUs;
  const main = html`${notice(
    "ok",
    html`<h1>${words.doneTitle}</h1><p>${says} ${model.mailed && words.doneMail}</p>`,
    "status",
  )}
${facts(model.facts)}<h2>${words.refundTitle}</h2>
${model.refund === undefined ? html`<p>${words.nothingBack}</p>` : refundFacts(frame, model.refund)}
<p class="small muted">${words.print}</p>`;
  return page(frame, { title: words.doneTitle, main, back: model.back });
}

/** Which of the unused codes: none is ticked for the buyer. */
export function chooseCodesPage(
  frame: Frame,
  model: {
    readonly form: FormState;
    readonly place: string;
    readonly back: string;
    readonly codes: readonly string[];
  },
) {
  const words = en.giveBack;
  const options = model.codes.map((last4) => ({ value: last4, label: words.codeEnds(last4) }));
  const field = { name: "codes", legend: words.codesWhich, hint: words.codesHint, options, several: true };
  const main = html`<p class="place">${model.place}</p>${mistakeList(model.form)}<h1>${words.codesTitle}</h1>
${form(
  model.form,
  html`${optionField(field, model.form)}<div class="actions"><button>${en.frame.continue}</button></div>`,
)}`;
  return page(frame, { title: words.codesTitle, main, back: model.back, mistaken: isMistaken(model.form) });
}
