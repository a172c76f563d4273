import { html } from "../html.ts";
import { drawing } from "../parts/drawings.ts";
import type { Frame } from "../parts/frame.ts";
import { page } from "../parts/page.ts";
import { type PageLinks, pageLinks } from "../parts/pageLinks.ts";
import { rows } from "../parts/rows.ts";
import { en } from "../words/en.ts";
import { dayOf, formatDay } from "../words/formatDate.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";

export type OrderRow = {
  readonly id: string;
  readonly name: string;
  readonly placedAt: string;
  readonly total: Money;
  readonly state: keyof typeof en.shop.orderStates;
};

/** The orders of who is signed in, the newest first. Empty: a drawing, a sentence, one thing to do. */
export function ordersPage(
  frame: Frame,
  { orders, ...links }: PageLinks & { readonly orders: readonly OrderRow[] },
) {
  const words = en.shop;
  const list = orders.map(({ id, name, placedAt, total, state }) => ({
    href: `/orders/${id}`,
    picture: "code" as const,
    label: name,
    note: [words.orderStates[state], formatDay(dayOf(placedAt, frame.zone)), formatMoney(total)].join(" · "),
  }));
  const none = html`${drawing("code", "scene")}<p>${words.ordersNone}</p>
<div class="actions"><a class="button" href="/plans">${words.toPlans}</a></div>`;
  const main = html`<h1>${words.ordersTitle}</h1>${orders.length === 0 ? none : rows(list)}
${pageLinks(links, { next: words.moreOrders })}`;
  return page(frame, { title: words.ordersTitle, main, back: "/devices" });
}
