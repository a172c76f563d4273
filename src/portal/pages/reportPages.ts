import { type Html, html } from "../html.ts";
import { facts } from "../parts/facts.ts";
import { actions, carried, form, isMistaken, mistakeList } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { notice } from "../parts/notice.ts";
import { optionField } from "../parts/optionField.ts";
import { page } from "../parts/page.ts";
import { selectField } from "../parts/selectField.ts";
import { textField } from "../parts/textField.ts";
import { en } from "../words/en.ts";
import { latestDayAt } from "../words/formatDate.ts";

export type Question = {
  readonly form: FormState;
  readonly device?: string | undefined;
  /** Which device the answers are about; the form carries it. */
  readonly deviceId: string;
  readonly back: string;
  readonly step: number;
  /** Of how many; they get fewer as answers settle others. */
  readonly of: number;
  /** Whether the plan ran on the day that was told. */
  readonly inside?: boolean | undefined;
  /** The form that mails a link to go on elsewhere. */
  readonly elsewhere?: FormState | undefined;
};

type Countries = readonly (readonly [string, string])[];

/** One question on a page: where we are, what to put right, the question, one button. */
function ask(frame: Frame, question: Question, parts: { title: string; fields: Html; button?: string }) {
  const words = en.report;
  const place = question.device === undefined ? words.placeOpen : words.place(question.device);
  const button = parts.button ?? en.frame.continue;
  const device = carried("deviceId", question.deviceId);
  const { inside } = question;
  const said =
    inside !== undefined &&
    notice(inside ? "ok" : "needs", html`<p>${inside ? words.inside : words.outside}</p>`);
  const main = html`<p class="place">${place} · ${en.frame.step(question.step, question.of)}</p>
${mistakeList(question.form)}${said}${form(question.form, html`${device}${parts.fields}${actions(button)}`)}
${question.elsewhere && elsewhere(question.elsewhere)}`;
  return page(frame, { title: parts.title, main, back: question.back, mistaken: isMistaken(question.form) });
}

function elsewhere(state: FormState): Html {
  const words = en.report;
  const button = html`<button class="quiet">${words.elsewhereButton}</button>`;
  return html`<details><summary>${words.elsewhere}</summary><p>${words.elsewhereSays}</p>${form(
    state,
    button,
  )}
</details>`;
}

const causes = ["drop", "water", "flyaway", "defect", "screen", "other"] as const;
const otherCauses = [
  "collision",
  "battery",
  "deformation",
  "signal-interference",
  "user-error",
  "wear",
] as const;

export function reportWhatPage(frame: Frame, question: Question) {
  const words = en.report;
  const options = causes.map((cause) => ({ value: cause, label: words.causes[cause], picture: cause }));
  const others = otherCauses.map((cause) => [cause, words.causes[cause]] as const);
  const cards = { name: "cause", legend: words.whatTitle, asHeading: true, options };
  const fields = html`${optionField(cards, question.form)}
${selectField({ name: "other", label: words.otherLabel, options: others }, question.form)}`;
  return ask(frame, question, { title: words.whatTitle, fields });
}

export function reportWhenPage(frame: Frame, question: Question & { countries: Countries }) {
  const words = en.report;
  const { form: state, countries } = question;
  const country = { options: countries, autocomplete: "country" };
  const time = { kind: "short", attributes: { type: "time" } };
  const day = { type: "date", max: latestDayAt(frame.now) };
  const fields = html`<h1>${words.whenTitle}</h1>
<div class="pair even">
${textField({ name: "happenedOn", label: words.whenLabel, kind: "short", attributes: day }, state)}
${textField({ name: "happenedTime", label: words.timeLabel, ...time }, state)}</div>
<p class="hint">${words.whenHint}</p>
${selectField({ name: "country", label: words.countryLabel, ...country }, state)}`;
  return ask(frame, question, { title: words.whenTitle, fields });
}

export function reportPartsPage(frame: Frame, question: Question & { readonly parts: readonly string[] }) {
  const words = en.report;
  const options = question.parts.map((part) => ({ value: part, label: en.places.parts[part] ?? part }));
  const fields = optionField(
    {
      name: "parts",
      legend: words.partsTitle,
      hint: words.partsWhy,
      asHeading: true,
      options,
      several: true,
    },
    question.form,
  );
  return ask(frame, question, { title: words.partsTitle, fields });
}

export function reportBackPage(frame: Frame, question: Question) {
  const words = en.report;
  const options = [
    { value: "none", label: words.losses.none, note: words.backAllNote },
    { value: "partial", label: words.losses.partial, note: words.backPartNote },
    { value: "total", label: words.losses.total, note: words.backNoneNote },
  ];
  const fields = optionField(
    { name: "lost", legend: words.backTitle, hint: words.backWhy, asHeading: true, options },
    question.form,
  );
  return ask(frame, question, { title: words.backTitle, fields });
}

export function reportMorePage(frame: Frame, question: Question) {
  const words = en.report;
  const options = Object.entries(words.hows).map(([value, label]) => ({ value, label }));
  const field = { name: "more", legend: words.moreTitle, hint: words.moreWhy, asHeading: true, options };
  return ask(frame, question, { title: words.moreTitle, fields: optionField(field, question.form) });
}

export function reportRecordPage(frame: Frame, question: Question) {
  const words = en.report;
  const options = Object.entries(words.records).map(([value, label]) => {
    const note = words.recordNotes[value as keyof typeof words.records];
    return { value, label, note };
  });
  const field = { name: "flightLog", legend: words.recordTitle, hint: words.recordWhy, asHeading: true };
  const fields = optionField({ ...field, options }, question.form);
  return ask(frame, question, { title: words.recordTitle, fields });
}

/** A way it can go, with its price and time; where it cannot, why not. */
export type ServiceCard = {
  readonly channel: "online" | "quick" | "swift";
  readonly price: string;
  readonly hold?: string | undefined;
  readonly closed?: string | undefined;
};

export type FirstWord = { readonly state: "ok" | "waiting"; readonly says: string; readonly clauses: string };

export function reportServicePage(
  frame: Frame,
  question: Question & { readonly cards: readonly ServiceCard[]; readonly answer?: FirstWord | undefined },
) {
  const words = en.report;
  const open = question.cards.filter(({ closed }) => closed === undefined);
  const options = open.map(({ channel, price, hold }) => ({
    value: channel,
    label: words.services[channel],
    note: [price, words.serviceNotes[channel], ...(hold === undefined ? [] : [hold])],
  }));
  const closed = question.cards.filter((card) => card.closed !== undefined);
  const shut = closed.map(({ channel, closed: why }) => html`<li>${words.services[channel]}: ${why}</li>`);
  const field = { name: "channel", legend: words.serviceTitle, asHeading: true, options };
  const fields = html`${question.answer && firstWord(question.answer)}${optionField(field, question.form)}${
    shut.length > 0 && html`<ul class="hint">${shut}</ul>`
  }`;
  return ask(frame, question, { title: words.serviceTitle, fields });
}

function firstWord({ state, says, clauses }: FirstWord): Html {
  const words = en.report;
  const by = clauses !== "" && html` <span class="muted">${words.answerByClause(clauses)}</span>`;
  return notice(state, html`<h2>${words.answerTitle}</h2><p>${says}${by}</p><p>${en.claim.answerFinal}</p>`);
}

/** Where what comes of it goes. Of a device that is gone nothing goes back. */
export function reportAddressPage(
  frame: Frame,
  question: Question & { readonly countries: Countries; readonly gone?: boolean },
) {
  const words = en.report;
  const { form: state, countries } = question;
  const country = { options: countries, autocomplete: "country" };
  const line = { autocomplete: "address-line1", maxlength: 120 };
  const postcode = { autocomplete: "postal-code", maxlength: 16 };
  const city = { autocomplete: "address-level2", maxlength: 80 };
  const title = question.gone === true ? words.addressGone : words.addressTitle;
  const fields = html`<h1>${title}</h1>
${textField({ name: "line1", label: words.addressLine, attributes: line }, state)}
<div class="pair">
${textField({ name: "postcode", label: words.addressPostcode, attributes: postcode }, state)}
${textField({ name: "city", label: words.addressCity, attributes: city }, state)}</div>
${selectField({ name: "addressCountry", label: words.addressCountry, ...country }, state)}`;
  return ask(frame, question, { title, fields });
}

/** An answer as it is read back, with the page where it can be changed. */
export type GivenAnswer = { readonly label: string; readonly value: string; readonly change?: string };

export type ReportRead = Question & {
  readonly answers: readonly GivenAnswer[];
  /** The mark of these answers, sent back with them. */
  readonly shown: string;
  /** They are not those that were shown last: another window changed them. */
  readonly changed?: boolean | undefined;
};

export function reportCheckPage(frame: Frame, question: ReportRead) {
  const words = en.report;
  const answers = facts(question.answers, en.frame.change);
  const changed =
    question.changed === true && notice("needs", html`<p>${en.frame.changedElsewhere}</p>`, "alert");
  const mark = carried("shown", question.shown);
  const fields = html`${changed}<h1>${words.checkTitle}</h1>${mark}${answers}<p>${words.checkNote}</p>`;
  return ask(frame, question, { title: words.checkTitle, fields, button: words.send });
}
