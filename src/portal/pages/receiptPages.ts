import { type Html, html } from "../html.ts";
import { drawing } from "../parts/drawings.ts";
import { facts } from "../parts/facts.ts";
import type { Frame } from "../parts/frame.ts";
import { page } from "../parts/page.ts";
import { type RefundShown, refundFacts } from "../parts/refundFacts.ts";
import { rows } from "../parts/rows.ts";
import { en } from "../words/en.ts";
import { dayOf, formatDay } from "../words/formatDate.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";

export type ReceiptModel = {
  readonly number: string;
  readonly paidAt: string;
  /** Who was paid. */
  readonly from: string;
  readonly purpose: string;
  readonly lines: readonly { readonly name: string; readonly quantity: number; readonly sum: Money }[];
  readonly net: Money;
  readonly taxes: readonly { readonly kind: string; readonly sum: Money }[];
  readonly total: Money;
  readonly method: string;
  /** The payment provider's, where it gave one. */
  readonly reference?: string | undefined;
  readonly refunds: readonly RefundShown[];
  /** What of it the payer has with us. */
  readonly balance?: Money | undefined;
  readonly back: string;
};

/** A receipt, fit for printing: number, day, what for, tax by kind, how it was paid, what went back. */
export function receiptPage(frame: Frame, model: ReceiptModel) {
  const words = en.receipts;
  const { lines, taxes, reference } = model;
  const table = html`<div class="scroll"><table><thead><tr><th scope="col">${words.line}</th>
<th scope="col">${words.quantity}</th><th scope="col" class="sum">${words.total}</th></tr></thead>
<tbody>${lines.map(
    ({ name, quantity, sum }) =>
      html`<tr><th scope="row">${name}</th><td>${quantity}</td><td class="sum">${formatMoney(sum)}</td></tr>`,
  )}</tbody></table></div>`;
  const sums = facts([
    { label: words.net, value: formatMoney(model.net) },
    ...taxes.map(({ kind, sum }) => ({ label: kind, value: formatMoney(sum) })),
    { label: words.total, value: html`<b>${formatMoney(model.total)}</b>` },
  ]);
  const main = html`<p class="place">${words.receipt}</p><h1>${formatMoney(model.total)}</h1>
${facts([
  { label: words.number, value: html`<code class="id">${model.number}</code>` },
  { label: words.date, value: formatDay(dayOf(model.paidAt, frame.zone)) },
  { label: words.from, value: model.from },
  { label: words.to, value: model.purpose },
  { label: words.by, value: model.method },
  ...(reference === undefined
    ? []
    : [{ label: words.reference, value: html`<code class="id">${reference}</code>` }]),
])}<h2>${words.lines}</h2>${table}${sums}${withUs(model.balance)}${refundList(frame, model.refunds)}
<p class="small muted">${words.printNote}</p>`;
  return page(frame, { title: `${words.receipt} ${model.number}`, main, back: model.back });
}

function withUs(balance: Money | undefined): Html | false {
  return (
    balance !== undefined &&
    html`<h2>${en.receipts.balance(formatMoney(balance))}</h2><p>${en.receipts.balanceNote}</p>`
  );
}

function refundList(frame: Frame, refunds: readonly RefundShown[]): Html | false {
  return (
    refunds.length > 0 &&
    html`<h2>${en.receipts.refunds}</h2>${refunds.map((refund) => refundFacts(frame, refund))}`
  );
}

export type PaymentRow = {
  readonly href: string;
  readonly what: string;
  readonly paidAt: string;
  readonly sum: Money;
  /** What of it the payer has with us. */
  readonly balance?: Money | undefined;
};

/** All that the visitor paid and was paid back, the newest first. */
export function paymentsPage(
  frame: Frame,
  {
    payments,
    refunds,
  }: { readonly payments: readonly PaymentRow[]; readonly refunds: readonly RefundShown[] },
) {
  const words = en.receipts;
  const list = payments.map(({ href, what, paidAt, sum, balance }) => ({
    href,
    picture: "check" as const,
    label: formatMoney(sum),
    note: [
      ...[what, formatDay(dayOf(paidAt, frame.zone))],
      ...(balance === undefined ? [] : [words.balance(formatMoney(balance))]),
    ].join(" · "),
  }));
  const none = html`${drawing("code", "scene")}<p>${words.none}</p>
<div class="actions"><a class="button" href="/plans">${en.shop.toPlans}</a></div>`;
  const csv = payments.length > 0 && html`<p><a href="/payments.csv">${words.csv}</a></p>`;
  const main = html`<h1>${words.title}</h1>${payments.length === 0 ? none : rows(list)}
${refundList(frame, refunds)}${csv}`;
  return page(frame, { title: words.title, main, back: "/devices" });
}
