import { type Html, html } from "../html.ts";
import { caseBall, caseSteps, type Holder } from "../parts/caseSteps.ts";
import { type Fact, facts } from "../parts/facts.ts";
import { type Finding, findingList } from "../parts/findingList.ts";
import { carried, form } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { notice, type State } from "../parts/notice.ts";
import { type Packing, packing } from "../parts/packing.ts";
import { page } from "../parts/page.ts";
import { type ReceiptStep, receiptList } from "../parts/receiptList.ts";
import { drawRibbon } from "../ribbon/drawRibbon.ts";
import { layoutRibbon } from "../ribbon/layoutRibbon.ts";
import type { RibbonFacts } from "../ribbon/ribbonFacts.ts";
import { dayOf, en, formatDay, formatDistance, formatMoment } from "../words/index.ts";

export type CaseModel = {
  readonly caseId: string;
  readonly device: string;
  /** One sentence for the state the case is in. */
  readonly sentence: string;
  /** What the sentence leaves open, in one or two more. */
  readonly note?: string | undefined;
  readonly state: State;
  /** Left out when the case ended without its steps. */
  readonly step: number | undefined;
  readonly holder: Holder | undefined;
  /** The one clock: what is awaited and by when. */
  readonly clock?: { readonly label: string; readonly at: string } | undefined;
  /** The one button: a way to another page, or a form sent from here. */
  readonly button?: CaseButton | undefined;
  readonly money: { readonly now: string; readonly later: string; readonly back: string };
  readonly details: readonly Fact[];
  readonly packing?: Packing | undefined;
  /** Of several findings each; none where there is one. */
  readonly findings: readonly Finding[];
  readonly reasons: readonly ReceiptStep[];
  /** Where the receipt of its fee is. */
  readonly receipt?: string | undefined;
  readonly history: readonly { readonly at: string; readonly says: string }[];
  readonly ribbon?: RibbonFacts | undefined;
  /** The form that lets it be brought instead of sent, or sent instead of brought, while that can be. */
  readonly reroute?:
    | { readonly form: FormState; readonly to: string; readonly title: string; readonly note: string }
    | undefined;
  /** The form that ends the case before its time, while that is possible, and what it means. */
  readonly cancel?: { readonly form: FormState; readonly title: string; readonly note: string } | undefined;
};

export type CaseButton =
  | { readonly label: string; readonly href: string }
  | { readonly label: string; readonly form: FormState };

/** The case: six steps, who has the next move, one sentence, one clock, one button, the money. */
export function casePage(frame: Frame, model: CaseModel) {
  const words = en.claim;
  const { caseId, device, sentence, note, state, step, holder, ribbon, history } = model;
  const says = note !== undefined && html`<p>${note}</p>`;
  const fold = html`<details><summary>${words.answerWhy}</summary>${receiptList(model.reasons)}</details>`;
  const past = html`<h2>${words.history}</h2>${facts(
    history.map(({ at, says }) => ({ label: formatDay(dayOf(at, frame.zone)), value: says })),
  )}`;
  const main = html`<p class="place">${device} · ${words.caseNo(caseId)}</p>
${notice(state, html`<h1>${sentence}</h1>${says}${clock(frame, model.clock)}`, "status")}
${model.button && drawButton(model.button)}
${holder && caseBall(holder)}${step !== undefined && caseSteps(step)}
${moneyStrip(model.money)}${
  model.receipt !== undefined && html`<p><a href="${model.receipt}">${en.receipts.see}</a></p>`
}
<p><a href="/cases/${caseId}/photos">${en.evidence.link}</a></p>
${model.packing && packing(frame, model.packing)}
${ribbon && drawRibbon(layoutRibbon(ribbon))}
<h2>${words.details}</h2>${facts(model.details)}
${findingList(model.findings)}${
  model.findings.length === 0 && model.reasons.length > 0 && fold
}${history.length > 0 && past}
${model.reroute && rerouteForm(model.reroute)}${model.cancel && cancelForm(model.cancel)}`;
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

function drawButton(button: CaseButton): Html {
  if ("href" in button) {
    return html`<div class="actions"><a class="button" href="${button.href}">${button.label}</a></div>`;
  }
  return html`<div class="actions">${form(button.form, html`<button>${button.label}</button>`)}</div>`;
}

function moneyStrip({ now, later, back }: CaseModel["money"]): Html {
  const words = en.claim;
  return html`<h2>${words.moneyTitle}</h2><dl class="strip"><div><dt>${words.moneyNow}</dt><dd>${now}</dd>
</div>
<div><dt>${words.moneyLater}</dt><dd>${later}</dd></div><div><dt>${words.moneyBack}</dt><dd>${back}</dd></div>
</dl>`;
}

function rerouteForm({ form: state, to, title, note }: NonNullable<CaseModel["reroute"]>): Html {
  const content = html`${carried("channel", to)}<button class="quiet">${title}</button>`;
  return html`<h2>${title}</h2><p>${note}</p>${form(state, content)}`;
}

function cancelForm({ form: state, title, note }: NonNullable<CaseModel["cancel"]>): Html {
  return html`<h2>${title}</h2><p>${note}</p>${form(state, html`<button class="quiet">${title}</button>`)}`;
}
