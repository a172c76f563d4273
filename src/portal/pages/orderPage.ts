import { type Html, html } from "../html.ts";
import { facts } from "../parts/facts.ts";
import { carried, form } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { notice, type State } from "../parts/notice.ts";
import { page } from "../parts/page.ts";
import { type RefundShown, refundFacts } from "../parts/refundFacts.ts";
import { en } from "../words/en.ts";
import { formatMoment } from "../words/formatDate.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";
import type { PaymentState } from "./paymentPage.ts";

export type OrderModel = {
  readonly orderId: string;
  readonly state: "placed" | "paid" | "delivered" | "cancelled";
  readonly email: string;
  readonly lines: readonly { readonly name: string; readonly quantity: number; readonly sum: Money }[];
  readonly net?: Money | undefined;
  readonly tax?: Money | undefined;
  /** What tax it is: `VAT 23 %, Poland`. */
  readonly taxName?: string | undefined;
  readonly total: Money;
  /** How paying stands; while an answer is open there is no second way to pay. */
  readonly payment: PaymentState;
  /** When an order that is not paid is cancelled. */
  readonly payBy?: string | undefined;
  /**
   * The payer has something to do before it is paid: at the bank, or a transfer of which so much has come.
   */
  readonly step?: "bank" | { readonly came: Money } | undefined;
  readonly codes?: OrderCodes | undefined;
  readonly hasReceipt?: boolean;
  /** Unused codes may be given back. */
  readonly mayReturn?: boolean;
  readonly refunds?: readonly RefundShown[];
};

/** Present once the codes exist; `shown` only right after the buyer asked to see them. */
export type OrderCodes = {
  readonly count: number;
  readonly reveal: FormState;
  /** Carries a code to its activation. */
  readonly activate: FormState;
  readonly shown?: readonly string[] | undefined;
};

/** An order: how it stands and what to do next, its codes when the buyer asks for them, its lines. */
export function orderPage(frame: Frame, model: OrderModel) {
  const words = en.shop;
  const title = words.orderTitle(model.orderId);
  const { state, says, note } = standing(frame, model);
  const sums = facts([
    ...(model.net === undefined ? [] : [{ label: words.net, value: formatMoney(model.net) }]),
    ...(model.tax === undefined
      ? []
      : [{ label: model.taxName ?? words.tax, value: formatMoney(model.tax) }]),
    { label: words.total, value: html`<b>${formatMoney(model.total)}</b>` },
  ]);
  const main = html`<p class="place">${title}</p>
${notice(state, html`<h1>${says}</h1>${note !== undefined && html`<p>${note}</p>`}`, "status")}
${nextStep(model)}${model.codes && codes(model.codes)}
<div class="scroll"><table><thead><tr><th scope="col">${words.line}</th><th scope="col">${words.number}</th>
<th scope="col" class="sum">${words.sum}</th></tr></thead><tbody>${model.lines.map(
    (line) =>
      html`<tr><th scope="row">${line.name}</th><td>${line.quantity}</td><td class="sum">
${formatMoney(line.sum)}</td></tr>`,
  )}</tbody></table></div>${sums}${after(frame, model)}`;
  return page(frame, { title, main, back: "/plans" });
}

/** The receipt, what was paid back, and giving unused codes back. */
function after(frame: Frame, { orderId, hasReceipt, mayReturn, refunds = [] }: OrderModel): Html {
  const here = `/orders/${orderId}`;
  const shown = refunds.map((refund) => refundFacts(frame, refund));
  return html`${shown.length > 0 && html`<h2>${en.giveBack.refunds}</h2>${shown}`}
${hasReceipt === true && html`<p><a href="${here}/receipt">${en.receipts.see}</a></p>`}
${mayReturn === true && html`<p><a href="${here}/return">${en.giveBack.codesOffer}</a></p>`}`;
}

/** Whether a placed order waits for money that is on its way, or for its codes. */
function isWaiting({ state, payment }: OrderModel): boolean {
  return state === "paid" || (state === "placed" && payment !== "none" && payment !== "declined");
}

type Standing = { readonly state: State; readonly says: string; readonly note?: string | undefined };

function standing(frame: Frame, model: OrderModel): Standing {
  const { state, payment, email, payBy, step, total } = model;
  const { orderStates, orderNotes, mailed, payUntil } = en.shop;
  const { paymentComes, payNotes, payFailed } = en.claim;
  const until = payBy === undefined ? undefined : payUntil(formatMoment(payBy, frame.zone, frame.now));
  if (state === "placed" && payment === "pending" && step !== undefined) {
    return step === "bank"
      ? { state: "needs", says: en.pay.stepTitle, note: en.pay.stepSays }
      : { state: "waiting", says: en.pay.transferWaits, note: transferNote(step.came, total) ?? until };
  }
  if (state === "placed" && (payment === "pending" || payment === "unknown")) {
    return { state: "waiting", says: paymentComes, note: payNotes[payment] };
  }
  switch (state === "placed" && payment === "captured" ? "paid" : state) {
    case "placed":
      return {
        state: "needs",
        says: orderStates.placed,
        note: joined(payment === "declined" && payFailed, until ?? false),
      };
    case "paid":
      return { state: "waiting", says: orderStates.paid, note: orderNotes.paid };
    case "delivered":
      return { state: "ok", says: orderStates.delivered, note: mailed(email) };
    case "cancelled":
      return { state: "plain", says: orderStates.cancelled, note: orderNotes.cancelled };
  }
}

function transferNote(came: Money, total: Money): string | undefined {
  const { came: label, cameOf } = en.pay;
  return came.amount === 0 ? undefined : `${label}: ${cameOf(formatMoney(came), formatMoney(total))}.`;
}

function joined(...sentences: readonly (string | false)[]): string | undefined {
  return sentences.filter((sentence) => sentence !== false).join(" ") || undefined;
}

/** The one thing to do: pay, look again, or begin anew. */
function nextStep(model: OrderModel): Html | false {
  const words = en.shop;
  const here = `/orders/${model.orderId}`;
  if (isWaiting(model) && model.state === "placed" && model.step !== undefined) {
    const label = model.step === "bank" ? en.pay.stepButton : en.pay.seeTransfer;
    return html`<div class="actions"><a class="button" href="${here}/pay">${label}</a>
<a class="button quiet" href="${here}">${words.look}</a></div>`;
  }
  if (isWaiting(model)) {
    return html`<div class="actions"><a class="button quiet" href="${here}">${words.look}</a></div>`;
  }
  if (model.state === "placed") {
    return html`<div class="actions"><a class="button" href="${here}/pay">${words.pay}</a></div>`;
  }
  return (
    model.state === "cancelled" &&
    html`<div class="actions"><a class="button quiet" href="/plans">${words.toPlans}</a></div>`
  );
}

function codes({ count, reveal, activate, shown }: OrderCodes): Html {
  const words = en.shop;
  if (shown === undefined) {
    return html`<h2>${words.codesTitle}</h2><p>${words.codesHidden(count)}</p>
${form(reveal, html`<button>${words.reveal}</button>`)}`;
  }
  const list = shown.map(
    (code) =>
      html`<copy-button data-label="${en.frame.copy}" data-done="${en.frame.copied}" data-text="${code}">
<p class="code-line"><code>${code}</code></p></copy-button>`,
  );
  const [only] = shown;
  const go =
    shown.length === 1 && only !== undefined
      ? form(activate, html`${carried("code", only)}<button>${words.activateNow}</button>`)
      : html`<a class="button" href="/activate">${words.activateMany}</a>`;
  return html`<h2>${words.codesTitle}</h2>${list}<p>${words.codesOnce}</p><div class="actions">${go}</div>`;
}
