import { type Html, html } from "../html.ts";
import { facts } from "../parts/facts.ts";
import { carried, form } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { notice, type State, stateTag } from "../parts/notice.ts";
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
  readonly lines: readonly {
    readonly name: string;
    readonly quantity: number;
    readonly sum: Money;
    /** When it comes, or what became of it. */
    readonly note?: string | undefined;
  }[];
  /** How goods come, and for how much; left out where nothing is sent. */
  readonly delivery?: { readonly name: string; readonly sum: Money } | undefined;
  readonly hasGoods?: boolean;
  readonly net?: Money | undefined;
  /** Each by what it is: `VAT 23 %, Poland`. */
  readonly taxes: readonly { readonly name: string; readonly sum: Money }[];
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
  /** Nothing of it has left: it may be cancelled. */
  readonly mayCancel?: boolean;
  /** The law lets its buyer withdraw, or they have. */
  readonly mayWithdraw?: boolean;
  readonly refunds?: readonly RefundShown[];
  readonly parcels?: readonly ParcelShown[];
  /** Invoices and credit notes. */
  readonly papers?: readonly { readonly href: string; readonly name: string }[];
  /** What is late, and the choice its buyer has. */
  readonly late?: { readonly says: readonly string[]; readonly form: FormState } | undefined;
};

/** A parcel on its way: where it is, and where to follow it. */
export type ParcelShown = {
  readonly state: State;
  readonly word: string;
  readonly lines: string;
  readonly carrier: string;
  readonly tracking?: { readonly number: string; readonly href?: string | undefined } | undefined;
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
    ...model.taxes.map(({ name, sum }) => ({ label: name, value: formatMoney(sum) })),
    { label: words.total, value: html`<b>${formatMoney(model.total)}</b>` },
  ]);
  const main = html`<p class="place">${title}</p>
${notice(state, html`<h1>${says}</h1>${note !== undefined && html`<p>${note}</p>`}`, "status")}
${nextStep(model)}${model.late && lateChoice(model.late)}
${model.codes && codes(model.codes)}${orderLines(model)}${sums}${after(frame, model)}`;
  return page(frame, { title, main, back: "/shop" });
}

function orderLines({ lines, delivery }: OrderModel): Html {
  const words = en.shop;
  const rows = lines.map(
    ({ name, quantity, sum, note }) =>
      html`<tr><th scope="row">${name}${
        note !== undefined && html`<small class="line-note">${note}</small>`
      }</th><td>${quantity}</td><td class="sum">${formatMoney(sum)}</td></tr>`,
  );
  const sent =
    delivery &&
    html`<tr><th scope="row" colspan="2">${delivery.name}</th>
<td class="sum">${delivery.sum.amount === 0 ? en.cart.wayFree : formatMoney(delivery.sum)}</td></tr>`;
  return html`<div class="scroll" tabindex="0" role="region"
aria-label="${en.checkout.lines}"><table><thead><tr><th scope="col">${words.line}</th>
<th scope="col">${words.number}</th><th scope="col" class="sum">${words.sum}</th></tr></thead>
<tbody>${rows}${sent}</tbody></table></div>`;
}

/** The receipt, what was paid back, and giving unused codes back. */
function after(frame: Frame, { orderId, refunds = [], parcels = [], papers = [], ...may }: OrderModel): Html {
  const here = `/orders/${orderId}`;
  const withdraw = html`<p><a class="button quiet" href="${here}/withdraw">${en.withdraw.offer}</a></p>`;
  const shown = refunds.map((refund) => refundFacts(frame, refund));
  return html`${parcels.length > 0 && parcelList(parcels)}${papers.length > 0 && paperList(papers)}
${shown.length > 0 && html`<h2>${en.giveBack.refunds}</h2>${shown}`}
${may.hasReceipt === true && html`<p><a href="${here}/receipt">${en.receipts.see}</a></p>`}
${may.mayReturn === true && html`<p><a href="${here}/return">${en.giveBack.codesOffer}</a></p>`}
${may.mayCancel === true && html`<p><a href="${here}/cancel">${en.shop.cancelOffer}</a></p>`}
${may.mayWithdraw === true && withdraw}`;
}

/** Whether a placed order waits for money that is on its way, or for its codes. */
function isWaiting({ state, payment }: OrderModel): boolean {
  return state === "paid" || (state === "placed" && payment !== "none" && payment !== "declined");
}

function parcelList(list: readonly ParcelShown[]): Html {
  const words = en.shop;
  const drawn = list.map(({ state, word, lines, carrier, tracking }) => {
    const followed =
      tracking?.href === undefined
        ? tracking?.number
        : html`<a href="${tracking.href}" rel="noreferrer">${tracking.number}</a>`;
    return html`${stateTag(state, word)}${facts([
      { label: words.parcelHolds, value: lines },
      { label: words.parcelCarrier, value: carrier },
      ...(followed === undefined ? [] : [{ label: words.parcelTracking, value: followed }]),
    ])}`;
  });
  return html`<h2>${words.parcels}</h2>${drawn}`;
}

function paperList(papers: NonNullable<OrderModel["papers"]>): Html {
  const links = papers.map(({ href, name }) => html`<li><a href="${href}">${name}</a></li>`);
  return html`<h2>${en.shop.papers}</h2><ul>${links}</ul>`;
}

/** What is late, and both ways on as buttons. */
function lateChoice({ says, form: state }: NonNullable<OrderModel["late"]>): Html {
  const words = en.shop;
  const choice = html`<div class="actions"><button name="choice" value="wait">${words.delayWait}</button>
<button class="quiet" name="choice" value="cancel">${words.delayCancel}</button></div>`;
  return html`${notice(
    "needs",
    html`<h2>${words.delayTitle}</h2>${says.map((one) => html`<p>${one}</p>`)}
<p>${words.delayNote}</p>`,
    "status",
  )}${form(state, choice)}`;
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
      return model.hasGoods === true
        ? { state: "waiting", says: en.shop.goodsPaid, note: model.codes && mailed(email) }
        : { state: "waiting", says: orderStates.paid, note: orderNotes.paid };
    case "delivered":
      return { state: "ok", says: orderStates.delivered, note: model.codes && mailed(email) };
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
    html`<div class="actions"><a class="button quiet" href="/shop">${en.cart.toShop}</a></div>`
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
