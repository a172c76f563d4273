import { type Html, html } from "../html.ts";
import { actions, form, isMistaken, mistakeList } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { notice } from "../parts/notice.ts";
import { optionField } from "../parts/optionField.ts";
import { page } from "../parts/page.ts";
import { textField } from "../parts/textField.ts";
import { en } from "../words/en.ts";
import { formatDay, formatDistance, lastDayOf } from "../words/formatDate.ts";

export type PackModel = {
  readonly caseId: string;
  readonly form: FormState;
  /** Slugs and their words. */
  readonly send: readonly (readonly [slug: string, label: string])[];
  readonly keep: readonly string[];
  readonly before: readonly string[];
  readonly to?: readonly string[] | undefined;
  readonly sendBy?: string | undefined;
  /** What left before, in words. */
  readonly sent: readonly string[];
};

/** What goes into the parcel, with ticks; its slip and label; and the word that it left. */
export function packPage(frame: Frame, model: PackModel): Html {
  const words = en.pack;
  const { caseId, form: state, send, sendBy, to } = model;
  const ticks = {
    ...{ name: "parts", legend: words.sendTitle, hint: words.sendHint, several: true },
    options: send.map(([value, label]) => ({ value, label })),
  };
  const day =
    sendBy !== undefined &&
    html`<p><b>${en.claim.packs.posted.by(
      formatDay(lastDayOf(sendBy, frame.zone)),
      formatDistance(sendBy, frame.zone, frame.now),
    )}</b></p>`;
  const fields = html`${optionField(ticks, state)}
${textField({ name: "carrier", label: words.carrier, attributes: { maxlength: 60 } }, state)}
${textField({ name: "tracking", label: words.tracking, attributes: { maxlength: 60 } }, state)}
<p class="hint">${words.sentNote}</p>${actions(words.sent)}`;
  const papers = html`<p><a class="button quiet" href="/cases/${caseId}/slip">${words.slip}</a></p>
<p class="hint">${words.slipNote}</p>`;
  const main = html`<p class="place">${en.claim.caseNo(caseId)}</p><h1>${words.title}</h1>
${mistakeList(state)}${sentBefore(model.sent)}${day}
${listed(words.before, model.before)}${listed(en.claim.packKeep, model.keep)}
${send.length > 0 ? html`${papers}${form(state, fields)}` : html`<p>${words.nothing}</p>`}
${to !== undefined && addressed(caseId, to)}`;
  return page(frame, { title: words.title, main, back: `/cases/${caseId}`, mistaken: isMistaken(state) });
}

function listed(title: string, entries: readonly string[]): Html | false {
  return (
    entries.length > 0 && html`<h2>${title}</h2><ul>${entries.map((entry) => html`<li>${entry}</li>`)}</ul>`
  );
}

function sentBefore(sent: readonly string[]): Html | false {
  const list = html`<h2>${en.pack.sentTitle}</h2><ul>${sent.map((each) => html`<li>${each}</li>`)}</ul>`;
  return sent.length > 0 && notice("waiting", list, "status");
}

function addressed(caseId: string, lines: readonly string[]): Html {
  const [first = "", ...rest] = lines;
  return html`<h2>${en.claim.packs.posted.to}</h2><address>${first}${rest.map((line) => html`<br>${line}`)}
</address><p><a href="/cases/${caseId}/centre.vcf">${en.pack.card}</a></p>`;
}
