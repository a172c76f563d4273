import { type Html, html } from "../html.ts";
import { findingList } from "../parts/findingList.ts";
import { carried, form } from "../parts/form.ts";
import { receiptList } from "../parts/receiptList.ts";
import { en } from "../words/index.ts";
import type { CaseButton, CaseModel } from "./caseShown.ts";

/** What was decided: each finding, or the reasons of the one answer, folded. */
export function caseAnswer({ findings, reasons }: CaseModel): Html {
  const why = en.claim.answerWhy;
  const fold = html`<details><summary>${why}</summary>${receiptList(reasons)}</details>`;
  return html`${findingList(findings)}${findings.length === 0 && reasons.length > 0 && fold}`;
}

export function drawButton(button: CaseButton): Html {
  if ("href" in button) {
    return html`<div class="actions"><a class="button" href="${button.href}">${button.label}</a></div>`;
  }
  return html`<div class="actions">${form(button.form, html`<button>${button.label}</button>`)}</div>`;
}

export function rerouteForm({ form: state, to, title, note }: NonNullable<CaseModel["reroute"]>): Html {
  const content = html`${carried("channel", to)}<button class="quiet">${title}</button>`;
  return html`<h2>${title}</h2><p>${note}</p>${form(state, content)}`;
}

export function cancelForm({ form: state, title, note }: NonNullable<CaseModel["cancel"]>): Html {
  return html`<h2>${title}</h2><p>${note}</p>${form(state, html`<button class="quiet">${title}</button>`)}`;
}
