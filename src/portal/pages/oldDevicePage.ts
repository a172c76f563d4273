import { type Html, html } from "../html.ts";
import { facts } from "../parts/facts.ts";
import type { Frame } from "../parts/frame.ts";
import { notice, type State } from "../parts/notice.ts";
import { type Packing, packing } from "../parts/packing.ts";
import { page } from "../parts/page.ts";
import { serial } from "../parts/serial.ts";
import { en } from "../words/index.ts";

export type OldDeviceModel = {
  readonly caseId: string;
  readonly device: string;
  readonly serial: string;
  readonly says: string;
  readonly state: State;
  /** The last day, and how long it is until then; left out once it is settled. */
  readonly due?: { readonly day: string; readonly left: string } | undefined;
  readonly sum: string;
  /** Until when the bank keeps the sum; left out where it does not. */
  readonly until?: string | undefined;
  readonly came: readonly string[];
  readonly packing?: Packing | undefined;
  /** Where another card is given; left out where none is needed. */
  readonly card?: string | undefined;
};

/** How the old device goes back: until when, what goes into the parcel, and what the card stands for. */
export function oldDevicePage(frame: Frame, model: OldDeviceModel): Html {
  const words = en.oldDevice;
  const { caseId, device, says, state, due, came, card } = model;
  const clock = due && html`<p class="clock"><span>${words.due}</span> <b>${due.day}</b> (${due.left})</p>`;
  const arrived = html`<h2>${words.came}</h2><ul>${came.map((each) => html`<li>${each}</li>`)}</ul>`;
  const object = html`<h2>${words.object}</h2><p>${words.objectSays}</p>
<p><a href="/cases/${caseId}">${words.write}</a></p>`;
  const main = html`<p class="place">${device} · ${en.claim.caseNo(caseId)}</p>
<h1>${words.title}</h1>${notice(state, html`<p>${says}</p>${clock}`, "status")}
${
  card !== undefined &&
  html`<div class="actions"><a class="button" href="${card}">${words.giveCard}</a></div>`
}
${facts([{ label: words.serial, value: serial(model.serial) }])}
${came.length > 0 && arrived}
${model.packing && packing(frame, model.packing)}
${cardFacts(model)}${due !== undefined && object}`;
  return page(frame, { title: words.title, main, back: `/cases/${caseId}` });
}

function cardFacts({ sum, until }: OldDeviceModel): Html {
  const words = en.oldDevice;
  const taken = html`<ul>${words.takenSays.map((each) => html`<li>${each}</li>`)}</ul>${words.never}`;
  return html`<h2>${words.card}</h2>${facts([
    { label: words.sum, value: html`<b>${sum}</b>` },
    { label: words.who, value: words.whoSays },
    ...(until === undefined ? [] : [{ label: words.until, value: words.untilSays(until) }]),
    { label: words.free, value: words.freeSays },
    { label: words.takenIf, value: taken },
  ])}`;
}
