import { type Html, html } from "../html.ts";
import { type Fact, facts } from "../parts/facts.ts";
import { actions, form, isMistaken, mistakeList } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { notice, type State } from "../parts/notice.ts";
import { optionField } from "../parts/optionField.ts";
import { page } from "../parts/page.ts";
import { type ReceiptStep, receiptList } from "../parts/receiptList.ts";
import { selectField } from "../parts/selectField.ts";
import { textField } from "../parts/textField.ts";
import { en } from "../words/en.ts";
import { latestDayAt } from "../words/formatDate.ts";

type Choices = readonly (readonly [value: string, label: string])[];

export type FitModel = {
  readonly sku: string;
  readonly name: string;
  readonly models: Choices;
  readonly regions: Choices;
  readonly form: FormState;
  readonly answer?:
    | {
        readonly state: State;
        readonly title: string;
        readonly says: readonly string[];
        readonly dates: readonly Fact[];
        readonly reasons: readonly ReceiptStep[];
      }
    | undefined;
};

/** Whether a plan fits a device, by the terms in force and before anything is paid. */
export function fitPage(frame: Frame, model: FitModel): Html {
  const words = en.shelf;
  const { sku, name, models, regions, form: state, answer } = model;
  const day = {
    ...{ name: "firstUsedOn", label: en.ask.firstUsed, hint: en.ask.firstUsedHint, kind: "short" },
    attributes: { type: "date", max: latestDayAt(frame.now) },
  };
  const never = [{ value: "never", label: en.ask.never }];
  const modelField = selectField({ name: "model", label: en.ask.model, options: models }, state);
  const fields = html`${models.length > 1 && modelField}
${selectField({ name: "region", label: en.ask.region, options: regions }, state)}${textField(day, state)}
${optionField({ name: "activated", legend: en.ask.activated, options: never, several: true }, state)}
${actions(en.ask.ask)}`;
  const main = html`${mistakeList(state)}<h1>${words.checkTitle}</h1>
<p class="lede">${words.checkLede(name)}</p>
${answer && answered(answer, sku)}${form(state, fields)}`;
  return page(frame, { title: words.checkTitle, main, back: `/shop/${sku}`, mistaken: isMistaken(state) });
}

function answered(
  { state, title, says, dates, reasons }: NonNullable<FitModel["answer"]>,
  sku: string,
): Html {
  const words = en.shelf;
  const told = html`<h2>${title}</h2>${says.map((sentence) => html`<p>${sentence}</p>`)}`;
  const fold = html`<details><summary>${en.ask.byClause}</summary>${receiptList(reasons)}</details>`;
  return html`${notice(state, told, "status")}${dates.length > 0 && facts(dates)}${reasons.length > 0 && fold}
${state !== "problem" && html`<p><a class="button" href="/shop/${sku}#order">${words.toProduct}</a></p>`}`;
}

export type MistakeModel = {
  readonly sku: string;
  readonly name: string;
  readonly form: FormState;
  readonly isSent: boolean;
};

/** Telling us that a page of a product is wrong. */
export function productMistakePage(frame: Frame, { sku, name, form: state, isSent }: MistakeModel): Html {
  const words = en.shelf;
  const title = words.reportTitle;
  const attributes = { type: "email", autocomplete: "email", inputmode: "email", maxlength: 200 };
  const says = { name: "says", label: words.reportSays, lines: true, attributes: { maxlength: 2_000 } };
  const fields = html`${selectField(
    { name: "about", label: words.reportField, options: Object.entries(words.reportFields) },
    state,
  )}${textField(says, state)}
${textField({ name: "email", label: words.reportEmail, hint: words.reportEmailHint, attributes }, state)}
${actions(words.reportSend)}`;
  const sent = html`${notice("ok", html`<h1>${words.reported}</h1>`, "status")}
<p><a href="/shop/${sku}">${name}</a></p>`;
  const asked = html`${mistakeList(state)}<h1>${title}</h1><p class="lede">${words.reportLede(name)}</p>
${form(state, fields)}`;
  return page(frame, {
    title: isSent ? words.reported : title,
    main: isSent ? sent : asked,
    back: `/shop/${sku}`,
    mistaken: isMistaken(state),
  });
}
