import { type Html, html } from "../html.ts";
import { facts } from "../parts/facts.ts";
import { form } from "../parts/form.ts";
import type { FormState, Frame } from "../parts/frame.ts";
import { notice } from "../parts/notice.ts";
import { page } from "../parts/page.ts";
import { en } from "../words/en.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";

export type OrderModel = {
  readonly orderId: string;
  readonly state: string;
  readonly email: string;
  readonly lines: readonly { readonly name: string; readonly quantity: number; readonly sum: Money }[];
  readonly net?: Money | undefined;
  readonly tax?: Money | undefined;
  readonly total: Money;
  readonly payHref?: string | undefined;
  /** Present once the codes exist; `shown` only right after the buyer asked to see them. */
  readonly codes?:
    | { readonly count: number; readonly reveal: FormState; readonly shown?: readonly string[] | undefined }
    | undefined;
};

/** An order: its lines, how it stands, and the codes when the buyer asks for them. */
export function orderPage(frame: Frame, model: OrderModel) {
  const words = en.shop;
  const delivered = model.state === "delivered";
  const state = model.state === "placed" ? "needs" : "waiting";
  const title = words.orderTitle(model.orderId);
  const sums = facts([
    ...(model.net === undefined ? [] : [{ label: words.net, value: formatMoney(model.net) }]),
    ...(model.tax === undefined ? [] : [{ label: words.tax, value: formatMoney(model.tax) }]),
    { label: words.total, value: html`<b>${formatMoney(model.total)}</b>` },
  ]);
  const pay =
    model.payHref !== undefined &&
    html`<div class="actions"><a class="button" href="${model.payHref}">${words.pay}</a></div>`;
  const main = html`<p class="place">${title}</p>
${notice(
  delivered ? "ok" : state,
  html`<h1>${words.orderStates[model.state] ?? model.state}</h1>${
    delivered && html`<p>${words.mailed(model.email)}</p>`
  }`,
  "status",
)}
${pay}${model.codes && codes(model.codes)}
<div class="scroll"><table><thead><tr><th scope="col">${words.line}</th><th scope="col">${words.number}</th>
<th scope="col" class="sum">${words.sum}</th></tr></thead><tbody>${model.lines.map(
    (line) =>
      html`<tr><th scope="row">${line.name}</th><td>${line.quantity}</td><td class="sum">
${formatMoney(line.sum)}</td></tr>`,
  )}</tbody></table></div>${sums}`;
  return page(frame, { title, main, back: "/plans" });
}

function codes({ count, reveal, shown }: NonNullable<OrderModel["codes"]>): Html {
  const words = en.shop;
  if (shown !== undefined) {
    const list = shown.map(
      (
        code,
      ) => html`<copy-button data-label="${en.frame.copy}" data-done="${en.frame.copied}" data-text="${code}">
<p class="code-line"><code>${code}</code></p></copy-button>`,
    );
    return html`<h2>${words.codesTitle}</h2>${list}<p>${words.codesOnce}</p>
<div class="actions"><a class="button" href="/activate">${words.activate}</a></div>`;
  }
  return html`<h2>${words.codesTitle}</h2><p>${words.codesHidden(count)}</p>
${form(reveal, html`<button>${words.reveal}</button>`)}`;
}
