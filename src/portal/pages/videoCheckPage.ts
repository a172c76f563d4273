import { html } from "../html.ts";
import { type DrawingName, drawing } from "../parts/drawings.ts";
import { actions, carried, form, isMistaken, mistakeList } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { page } from "../parts/page.ts";
import { personAttributes } from "../parts/personAttributes.ts";
import { selectField } from "../parts/selectField.ts";
import { textField } from "../parts/textField.ts";
import { en } from "../words/en.ts";
import { latestDayAt } from "../words/formatDate.ts";
import { serialAttributes } from "./serialPage.ts";

const words = en.videoCheck;

export type Family = keyof typeof words.clips;
export type ClipName = keyof (typeof words.clips)["aircraft"];

/** The clips in the order in which they are filmed, with what is drawn beside each. */
export const clipDrawings: readonly (readonly [ClipName, DrawingName])[] = [
  ["serials", "code"],
  ["sides", "aircraft"],
  ["start", "defect"],
  ["camera", "gimbal"],
  ["motion", "check"],
];

/** What is drawn beside a clip of a family. */
export function clipDrawing(family: Family, clip: ClipName): DrawingName {
  if (family === "handheld" && clip !== "serials" && clip !== "start") {
    return clip === "motion" ? "check" : "camera";
  }
  return clipDrawings.find(([name]) => name === clip)?.[1] ?? "camera";
}

export type VideoCheckModel = {
  readonly form: FormState;
  readonly family: Family;
  readonly answerDays: number;
  readonly regions: readonly (readonly [string, string])[];
  /** Of who is signed in: the link goes there. */
  readonly email?: string | undefined;
};

/** What is filmed, when the answer comes, what follows, and the form that asks for it. */
export function videoCheckPage(frame: Frame, model: VideoCheckModel) {
  const { form: state, family, answerDays } = model;
  const steps = html`<ol>${words.steps(answerDays).map((step) => html`<li>${step}</li>`)}</ol>`;
  const clips = clipDrawings.map(([clip]) => {
    const { title, says } = words.clips[family][clip];
    return html`<li>${drawing(clipDrawing(family, clip))}<div><b>${title}</b><p>${says}</p></div></li>`;
  });
  const main = html`<p class="place">${words.place}</p>${mistakeList(state)}<h1>${words.title}</h1>
<p class="lede">${words.lede}</p><h2>${words.stepsTitle}</h2>${steps}
<h2>${words.filmTitle}</h2><ol class="clips">${clips}</ol><p class="muted">${words.privacy}</p>
${form(
  state,
  html`${deviceFields(frame, model)}${personFields(model)}${actions(words.button, inCentre())}`,
)}`;
  return page(frame, { title: words.title, main, back: "/cover", mistaken: isMistaken(state) });
}

function inCentre() {
  return html`<button class="quiet" name="kind" value="inspection">${words.inCentre}</button>`;
}

function deviceFields(frame: Frame, { form: state, regions }: VideoCheckModel) {
  const labels = en.activate;
  const serial = {
    ...{ name: "serial", label: en.cover.serialLabel, hint: en.cover.serialHint, kind: "serial-input" },
    attributes: { ...serialAttributes, enterkeyhint: "next" },
  };
  const day = {
    ...{ name: "firstUsedOn", label: labels.firstUsedLabel, kind: "short" },
    attributes: { type: "date", max: latestDayAt(frame.now) },
  };
  const region = { name: "region", label: labels.regionLabel, options: regions };
  return html`<h2>${words.yourDevice}</h2>${carried("firstUse", "known")}
${textField(serial, state)}${textField(day, state)}${selectField(region, state)}`;
}

function personFields({ form: state, email }: VideoCheckModel) {
  const labels = en.activate;
  const { name, email: attributes } = personAttributes;
  const address = { name: "email", label: labels.emailLabel, hint: words.emailHint, attributes };
  return html`<h2>${words.you}</h2>
${textField({ name: "name", label: labels.nameLabel, attributes: name }, state)}
${
  email === undefined
    ? textField(address, state)
    : html`<p>${words.emailOwn(email)}</p>${carried("email", email)}`
}`;
}

/** Asked for by somebody who is not signed in: the link is in the mail. */
export function videoCheckSentPage(frame: Frame, { email }: { readonly email: string }) {
  const main = html`<h1>${words.sentTitle}</h1><p class="lede">${words.sentSays(email)}</p>
<p>${words.sentNext}</p>`;
  return page(frame, { title: words.sentTitle, main, back: "/" });
}
