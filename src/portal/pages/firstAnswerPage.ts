import { Attributes, html } from "../html.ts";
import type { Frame } from "../parts/frame.ts";
import { notice } from "../parts/notice.ts";
import { type Packing, packing } from "../parts/packing.ts";
import { page } from "../parts/page.ts";
import { type ReceiptStep, receiptList } from "../parts/receiptList.ts";
import { en } from "../words/en.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";

export type FirstAnswer = {
  /** `gone`: nothing of it can be looked at. */
  readonly outcome: "plan" | "warranty" | "statutory" | "goodwill" | "paid" | "gone" | "open";
  readonly fee?: Money | undefined;
  readonly uses?: { readonly nth: number; readonly of: number } | undefined;
};

export type FirstAnswerModel = {
  readonly caseId: string;
  readonly answer: FirstAnswer;
  /** Something speaks against the plan, so the way on is a repair at its price. */
  readonly refused?: boolean;
  readonly reasons: readonly ReceiptStep[];
  /** Left out where nothing is sent. */
  readonly packing?: Packing | undefined;
};

/** The provisional receipt in the owner's words: what we think, what it uses, what it costs, and why. */
export function firstAnswerPage(frame: Frame, model: FirstAnswerModel) {
  const { caseId, answer, reasons, packing: parcel } = model;
  const words = en.claim;
  const titles = {
    plan: words.answerPlan,
    warranty: words.answerWarranty,
    paid: words.answerPaid,
    statutory: en.answers.statutory,
    goodwill: en.answers.goodwill,
    gone: en.answers.gone,
    open: words.answerOpen,
  };
  const title = model.refused === true ? words.answerNo : titles[answer.outcome];
  const says = html`<h1>${title}</h1>${sayAnswer(answer)}${
    answer.outcome !== "gone" && html`<p>${words.answerFinal}</p>`
  }`;
  const state = isKind(answer.outcome) ? "ok" : "waiting";
  const main = html`<p class="place">${words.caseNo(caseId)}</p>${notice(state, says, "status")}
${parcel && packing(frame, parcel)}
<div class="actions"><a class="button" href="/cases/${caseId}">${words.toCase}</a>
<a class="button quiet" href="/cases/${caseId}/photos">${
    answer.outcome === "gone" ? en.evidence.linkGone : en.evidence.link
  }</a></div>
<details ${new Attributes({ open: model.refused })}><summary>${words.answerWhy}</summary>
${receiptList(reasons)}</details>`;
  return page(frame, { title, main });
}

function sayAnswer({ outcome, fee, uses }: FirstAnswer) {
  const words = en.claim;
  if (outcome === "open") {
    return false;
  }
  if (outcome === "gone") {
    return html`<p class="lede">${en.answers.goneSays}</p>`;
  }
  const isBeside = outcome === "statutory" || outcome === "goodwill";
  const ours = outcome === "statutory" ? en.answers.statutorySays : en.answers.goodwillSays;
  const use = uses === undefined ? words.answerUsesNone : words.answerUses(uses.nth, uses.of);
  const free = (outcome !== "plan" && isKind(outcome)) || fee?.amount === 0;
  const sum = fee !== undefined && !free ? words.answerFee(formatMoney(fee)) : undefined;
  const lede = html`<p class="lede">${use} <b>${free ? words.answerFeeNone : sum}</b></p>`;
  if (isBeside) {
    return html`<p class="lede"><b>${words.answerFeeNone}</b></p><p>${ours}</p>`;
  }
  return outcome === "paid" && !free ? html`${lede}<p>${words.answerPaidSays}</p>` : lede;
}

/** Ways that are good news as they are. */
function isKind(outcome: FirstAnswer["outcome"]): boolean {
  return outcome === "plan" || outcome === "warranty" || outcome === "statutory" || outcome === "goodwill";
}
