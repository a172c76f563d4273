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
};

type Countries = readonly (readonly [string, string])[];

export const questionCount = 7;

/** One question on a page: where we are, what to put right, the question, one button. */
function ask(frame: Frame, question: Question, parts: { title: string; fields: Html; button?: string }) {
  const words = en.report;
  const place = question.device === undefined ? words.placeOpen : words.place(question.device);
  const button = parts.button ?? en.frame.continue;
  const device = carried("deviceId", question.deviceId);
  const main = html`<p class="place">${place} · ${en.frame.step(question.step, questionCount)}</p>
${mistakeList(question.form)}${form(question.form, html`${device}${parts.fields}${actions(button)}`)}`;
  return page(frame, { title: parts.title, main, back: question.back, mistaken: isMistaken(question.form) });
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
    { value: "none", label: words.backAll, note: words.backAllNote },
    { value: "partial", label: words.backPart, note: words.backPartNote },
    { value: "total", label: words.backNone, note: words.backNoneNote },
  ];
  const fields = optionField(
    { name: "lost", legend: words.backTitle, hint: words.backWhy, asHeading: true, options },
    question.form,
  );
  return ask(frame, question, { title: words.backTitle, fields });
}

const channels = ["online", "quick", "swift"] as const;

export function reportServicePage(frame: Frame, question: Question) {
  const words = en.report;
  const options = channels.map((channel) => ({
    value: channel,
    label: words.services[channel],
    note: words.serviceNotes[channel],
  }));
  const fields = optionField(
    { name: "channel", legend: words.serviceTitle, asHeading: true, options },
    question.form,
  );
  return ask(frame, question, { title: words.serviceTitle, fields });
}

export function reportAddressPage(frame: Frame, question: Question & { countries: Countries }) {
  const words = en.report;
  const { form: state, countries } = question;
  const country = { options: countries, autocomplete: "country" };
  const line = { autocomplete: "address-line1", maxlength: 120 };
  const postcode = { autocomplete: "postal-code", maxlength: 16 };
  const city = { autocomplete: "address-level2", maxlength: 80 };
  const fields = html`<h1>${words.addressTitle}</h1>
${textField({ name: "line1", label: words.addressLine, attributes: line }, state)}
<div class="pair">
${textField({ name: "postcode", label: words.addressPostcode, attributes: postcode }, state)}
${textField({ name: "city", label: words.addressCity, attributes: city }, state)}</div>
${selectField({ name: "addressCountry", label: words.addressCountry, ...country }, state)}`;
  return ask(frame, question, { title: words.addressTitle, fields });
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
