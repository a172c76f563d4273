import { type Html, html } from "../html.ts";
import { type Fact, facts } from "../parts/facts.ts";
import { isMistaken, mistakeList } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { holdConsent, holdPanel } from "../parts/holdPanel.ts";
import { notice } from "../parts/notice.ts";
import { page } from "../parts/page.ts";
import { paymentField } from "../parts/paymentField.ts";
import { type TransferTold, transferPanel } from "../parts/transferPanel.ts";
import { en } from "../words/en.ts";
import { formatDistance, formatMoment } from "../words/formatDate.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";

/** How far paying has come. While it is `pending` or `unknown` nothing else may be tried. */
export type PaymentState = "none" | "declined" | "pending" | "unknown" | "captured";

export type PaymentModel = {
  readonly title: string;
  readonly place: string;
  readonly back: string;
  readonly sum: Money;
  readonly lines: readonly Fact[];
  readonly payBy?: string | undefined;
  /** What follows when the deadline passes, in a sentence. */
  readonly ifNot?: string | undefined;
  readonly methods: readonly string[];
  readonly form: FormState;
  /** How the newest try stands; nothing more may be tried while it is pending or unknown. */
  readonly attempt: PaymentState;
  /** A page elsewhere where the payer has to finish it. */
  readonly nextUrl?: string | undefined;
  /** What to write on a transfer that was chosen. */
  readonly transfer?: TransferTold | undefined;
  /** What the card is to stand for beside the payment. */
  readonly hold?: Money | undefined;
};

/**
 * The sum, what it is for, by when, and how to pay. While an answer is open there is no second way to
 * pay; a transfer of which nothing has come may still be changed for another way.
 */
export function paymentPage(frame: Frame, model: PaymentModel) {
  const words = en.claim;
  const { attempt, payBy, hold, form } = model;
  const by =
    payBy &&
    words.payBy(formatMoment(payBy, frame.zone, frame.now), formatDistance(payBy, frame.zone, frame.now));
  const deadline = by && html`<p><b>${by}</b> ${model.ifNot}</p>`;
  const main = html`<p class="place">${model.place}</p>${attempt !== "none" && attemptNotice(attempt, model)}
${mistakeList(form)}<h1>${model.title}</h1>
${facts([...model.lines, { label: words.paySum, value: html`<b>${formatMoney(model.sum)}</b>` }])}
${isTold(model) && deadline}${hold && !isOpen(attempt) && holdPanel(hold)}${wayOn(frame, model)}`;
  return page(frame, { title: model.title, main, back: model.back, mistaken: isMistaken(form) });
}

function isOpen(attempt: PaymentState): boolean {
  return attempt !== "none" && attempt !== "declined";
}

/** By when to pay is told while nothing is on its way, nor may be: a transfer of which nothing has come. */
function isTold({ attempt, transfer }: PaymentModel): boolean {
  return !isOpen(attempt) || hasNothingCome(transfer);
}

function hasNothingCome(transfer: TransferTold | undefined): boolean {
  return transfer !== undefined && transfer.missing.amount === transfer.total.amount;
}

/** The one thing to do: pay, finish it at the bank, transfer, or look again. */
function wayOn(frame: Frame, model: PaymentModel): Html {
  const { actions } = en.claim;
  const { attempt, nextUrl, transfer } = model;
  if (!isOpen(attempt)) {
    return payForm(model, model.methods);
  }
  const look = html`<a class="button quiet" href="${frame.path}">${actions.look}</a>`;
  if (nextUrl !== undefined) {
    return html`<div class="actions"><a class="button" href="${nextUrl}">${en.pay.stepButton}</a>${look}</div>
<p class="small muted">${en.pay.stepOther}</p>`;
  }
  const others = model.methods.filter((method) => method !== "bank_transfer");
  const otherWay =
    hasNothingCome(transfer) &&
    others.length > 0 &&
    html`<details><summary>${en.pay.otherWay}</summary><p>${en.pay.otherWaySays}</p>
${payForm(model, others)}</details>`;
  return html`${transfer && transferPanel(transfer)}<div class="actions">${look}</div>${otherWay}`;
}

function payForm({ form, sum, hold }: PaymentModel, methods: readonly string[]): Html {
  return paymentField(form, methods, {
    button: en.claim.payButton(formatMoney(sum)),
    consent: hold && holdConsent(hold, form),
  });
}

function attemptNotice(attempt: Exclude<PaymentState, "none">, { sum, nextUrl, transfer }: PaymentModel) {
  const words = en.claim;
  if (attempt === "pending" && nextUrl !== undefined) {
    return notice("needs", html`<p><b>${en.pay.stepTitle}.</b> ${en.pay.stepSays}</p>`, "status");
  }
  const says = {
    declined: words.payDeclined,
    pending: transfer === undefined ? words.payPending : en.pay.transferWaits,
    unknown: words.payUnknown,
    captured: words.payDone(formatMoney(sum)),
  };
  const state = ({ declined: "problem", pending: "waiting", unknown: "waiting", captured: "ok" } as const)[
    attempt
  ];
  return notice(state, html`<p>${says[attempt]}</p>`, attempt === "declined" ? "alert" : "status");
}
