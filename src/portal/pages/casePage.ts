import { type Html, html } from "../html.ts";
import { caseBall, caseSteps } from "../parts/caseSteps.ts";
import { closingPanel } from "../parts/closingPanel.ts";
import { facts } from "../parts/facts.ts";
import type { Frame } from "../parts/frame.ts";
import { messageThread } from "../parts/messageThread.ts";
import { notice } from "../parts/notice.ts";
import { packing } from "../parts/packing.ts";
import { page } from "../parts/page.ts";
import { drawRibbon } from "../ribbon/drawRibbon.ts";
import { layoutRibbon } from "../ribbon/layoutRibbon.ts";
import { dayOf, en, formatDay, formatDistance, formatMoment } from "../words/index.ts";
import { cancelForm, caseAnswer, drawButton, rerouteForm } from "./caseParts.ts";
import type { CaseModel } from "./caseShown.ts";

export type { CaseButton, CaseModel } from "./caseShown.ts";

/** The case: six steps, who has the next move, one sentence, one clock, one button, the money. */
export function casePage(frame: Frame, model: CaseModel) {
  const words = en.claim;
  const { caseId, device, sentence, note, state, step, holder, ribbon, history } = model;
  const asksForFlight = model.gone === true && step !== undefined && step < 4;
  const says = note !== undefined && html`<p>${note}</p>`;
  const past = html`<h2>${words.history}</h2>${facts(
    history.map(({ at, says }) => ({ label: formatDay(dayOf(at, frame.zone)), value: says })),
  )}`;
  const main = html`${model.isPreview === true && notice("plain", html`<p>${words.preview}</p>`, "status")}
<p class="place">${device} · ${words.caseNo(caseId)}</p>
${notice(state, html`<h1>${sentence}</h1>${says}${clock(frame, model.clock)}`, "status")}
${model.button && drawButton(model.button)}
${holder && caseBall(holder)}${step !== undefined && caseSteps(step, model.steps)}
${moneyStrip(model.money)}${
  model.receipt !== undefined && html`<p><a href="${model.receipt}">${en.receipts.see}</a></p>`
}
<p><a href="/cases/${caseId}/photos">${asksForFlight ? en.evidence.linkGone : en.evidence.link}</a></p>
${model.closing && closingPanel(model.closing)}
${model.packing && packing(frame, model.packing)}
${ribbon && drawRibbon(layoutRibbon(ribbon))}
<h2>${words.details}</h2>${facts(model.details)}
${caseAnswer(model)}${history.length > 0 && past}
${model.thread && messageThread(frame, model.thread)}${
  model.reroute && rerouteForm(model.reroute)
}${model.cancel && cancelForm(model.cancel)}`;
  return page(frame, { title: sentence, main, back: "/devices", broad: true });
}

function clock(frame: Frame, awaited: CaseModel["clock"]): Html | false {
  if (awaited === undefined) {
    return false;
  }
  const moment = formatMoment(awaited.at, frame.zone, frame.now);
  return html`<p class="clock"><span>${awaited.label}</span> <b class="moment">${moment}
</b> <span>(${formatDistance(awaited.at, frame.zone, frame.now)})</span></p>`;
}

function moneyStrip({ now, later, back }: CaseModel["money"]): Html {
  const words = en.claim;
  return html`<h2>${words.moneyTitle}</h2><dl class="strip"><div><dt>${words.moneyNow}</dt><dd>${now}</dd>
</div>
<div><dt>${words.moneyLater}</dt><dd>${later}</dd></div><div><dt>${words.moneyBack}</dt><dd>${back}</dd></div>
</dl>`;
}
