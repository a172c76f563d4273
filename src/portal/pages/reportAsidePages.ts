import { type Html, html } from "../html.ts";
import { carried, form } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { notice } from "../parts/notice.ts";
import { page } from "../parts/page.ts";
import { en } from "../words/en.ts";

export type GuideModel = {
  readonly form: FormState;
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly steps: readonly string[];
};

/** What to try before a case is opened: steps, and whether they helped. */
export function guidePage(frame: Frame, { form: state, id, version, title, steps }: GuideModel): Html {
  const words = en.report;
  const list = html`<ol>${steps.map((step) => html`<li>${step}</li>`)}</ol>`;
  const fields = html`${carried("guide", id)}${carried("version", String(version))}<div class="actions">
<button name="solved" value="yes">${words.guideSolved}</button>
<button class="quiet" name="solved" value="no">${words.guideNotSolved}</button></div>`;
  const main = html`<p class="place">${words.guidePlace}</p><h1>${title}</h1>${list}${form(state, fields)}`;
  return page(frame, { title, main, back: "/report/what" });
}

/** It works again: nothing was reported. */
export function solvedPage(frame: Frame, device: string): Html {
  const words = en.report;
  const says = html`<h1>${words.solvedTitle}</h1><p>${words.solvedSays}</p>`;
  const main = html`${notice("ok", says, "status")}<div class="actions">
<a class="button" href="${device}">${words.toDevice}</a></div>`;
  return page(frame, { title: words.solvedTitle, main });
}

/** The link to go on elsewhere was mailed. */
export function draftMailedPage(frame: Frame): Html {
  const words = en.report;
  const says = html`<h1>${words.mailedTitle}</h1><p>${words.mailedSays}</p>`;
  const main = html`${notice("ok", says, "status")}<div class="actions">
<a class="button" href="/report/check">${words.goOn}</a></div>`;
  return page(frame, { title: words.mailedTitle, main });
}
