import { html } from "../html.ts";
import { type Fact, facts } from "../parts/facts.ts";
import { isMistaken, mistakeList } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { notice } from "../parts/notice.ts";
import { page } from "../parts/page.ts";
import { paymentField } from "../parts/paymentField.ts";
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
};

/**
 * The sum, what it is for, by when, and how to pay. While an answer is open there is no second way to
 * pay.
 */
export function paymentPage(frame: Frame, model: PaymentModel) {
  const words = en.claim;
  const { attempt, payBy } = model;
  const open = attempt !== "none" && attempt !== "declined";
  const by =
    payBy &&
    words.payBy(formatMoment(payBy, frame.zone, frame.now), formatDistance(payBy, frame.zone, frame.now));
  const deadline = by && html`<p><b>${by}</b> ${model.ifNot}</p>`;
  const button = words.payButton(formatMoney(model.sum));
  const pay = html`${deadline}${paymentField(model.form, model.methods, button)}`;
  const look = html`<a class="button quiet" href="${frame.path}">${words.actions.look}</a>`;
  const told = attempt !== "none" && attemptNotice(attempt, model.sum);
  const main = html`<p class="place">${model.place}</p>${told}
${mistakeList(model.form)}<h1>${model.title}</h1>
${facts([...model.lines, { label: words.paySum, value: html`<b>${formatMoney(model.sum)}</b>` }])}
${open ? html`<div class="actions">${look}</div>` : pay}`;
  return page(frame, { title: model.title, main, back: model.back, mistaken: isMistaken(model.form) });
}

function attemptNotice(attempt: Exclude<PaymentState, "none">, sum: Money) {
  const words = en.claim;
  const says = {
    declined: words.payDeclined,
    pending: words.payPending,
    unknown: words.payUnknown,
    captured: words.payDone(formatMoney(sum)),
  };
  const state = ({ declined: "problem", pending: "waiting", unknown: "waiting", captured: "ok" } as const)[
    attempt
  ];
  return notice(state, html`<p>${says[attempt]}</p>`, attempt === "declined" ? "alert" : "status");
}
