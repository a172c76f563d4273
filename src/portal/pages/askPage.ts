import type { Question } from "../../terms/index.ts";
import { Attributes, type Html, html } from "../html.ts";
import type { AskName } from "../models/askQuestions.ts";
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

export type AskModel = {
  readonly name: AskName;
  readonly form: FormState;
  readonly models: Choices;
  readonly plans: Choices;
  readonly regions: Choices;
  readonly currencies: readonly string[];
  /** For deciding in the browser: the engine, where it was built, and the terms. */
  readonly live: { readonly engine: string | undefined; readonly pack: string; readonly question: Question };
  /** Our answer, once the form was sent. */
  readonly answer?:
    | { readonly state: State; readonly says: string; readonly reasons: readonly ReceiptStep[] }
    | undefined;
};

/** Asks what would be. Answered by the server when sent; before that, in the browser where it can. */
export function askPage(frame: Frame, model: AskModel): Html {
  const words = en.ask;
  const { name, answer, live } = model;
  const isPlan = name === "plan";
  const title = isPlan ? words.planTitle : words.damageTitle;
  const fields = isPlan ? planFields(frame, model) : damageFields(model);
  const attributes = new Attributes({
    "data-engine": live.engine,
    "data-pack": live.pack,
    "data-question": JSON.stringify(live.question),
    "data-note": words.live,
  });
  const content = html`${fields}<div aria-live="polite"></div>${actions(words.ask)}`;
  const main = html`${mistakeList(model.form)}<h1>${title}</h1>
<p class="lede">${isPlan ? words.planLede : words.damageLede}</p>
${answer && answered(answer)}
<live-answer ${attributes}>${form(model.form, content)}</live-answer>`;
  return page(frame, { title, main, back: "/cover", mistaken: isMistaken(model.form) });
}

function answered({ state, says, reasons }: NonNullable<AskModel["answer"]>): Html {
  const words = en.ask;
  const fold = html`<details><summary>${words.byClause}</summary>${receiptList(reasons)}</details>`;
  const said = html`<h2>${words.answer}</h2><p>${says}</p><p class="muted">${words.counts}</p>`;
  return html`${notice(state, said, "status")}${reasons.length > 0 && fold}`;
}

function device({ form: state, models, plans, regions }: AskModel): Html {
  const words = en.ask;
  return html`${selectField({ name: "model", label: words.model, options: models }, state)}
${selectField({ name: "plan", label: words.plan, options: plans }, state)}
${selectField({ name: "region", label: words.region, options: regions }, state)}`;
}

function planFields(frame: Frame, model: AskModel): Html {
  const words = en.ask;
  const day = {
    name: "firstUsedOn",
    label: words.firstUsed,
    hint: words.firstUsedHint,
    kind: "short",
    attributes: { type: "date", max: latestDayAt(frame.now) },
  };
  const never = [{ value: "never", label: words.never }];
  return html`${device(model)}
${textField(day, model.form)}
${optionField({ name: "activated", legend: words.activated, options: never, several: true }, model.form)}`;
}

function damageFields(model: AskModel): Html {
  const words = en.ask;
  const state = model.form;
  const causes = Object.entries(en.report.causes).filter(([cause]) => cause !== "other");
  const parts = Object.entries(en.places.parts).map(([value, label]) => ({ value, label }));
  const uses = ["0", "1", "2", "3"].map((count) => [count, count] as const);
  const currencies = model.currencies.map((currency) => [currency, currency] as const);
  return html`${device(model)}
${selectField({ name: "cause", label: words.cause, options: causes }, state)}
${optionField({ name: "parts", legend: words.parts, options: parts, several: true }, state)}
${selectField({ name: "lost", label: words.lost, options: Object.entries(words.losses) }, state)}
${selectField({ name: "uses", label: words.uses, options: uses }, state)}
${selectField({ name: "currency", label: words.currency, options: currencies }, state)}`;
}
