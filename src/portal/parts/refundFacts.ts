import { type Html, html } from "../html.ts";
import { en } from "../words/en.ts";
import { dayOf, formatDay, lastDayOf } from "../words/formatDate.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";
import { facts } from "./facts.ts";
import type { Frame } from "./frame.ts";
import { type State, stateTag } from "./notice.ts";

/** A refund as its payee sees it. */
export type RefundShown = {
  readonly id: string;
  /** What it is for. */
  readonly kind: string;
  readonly amount: Money;
  /** What the law adds because it is late; nothing of it as a rule. */
  readonly penalty: Money;
  readonly state: string;
  readonly requestedAt: string;
  readonly dueAt: string | null;
  readonly closedAt: string | null;
};

const looks: Readonly<Record<string, State>> = {
  requested: "waiting",
  approved: "waiting",
  paid: "ok",
  failed: "needs",
  declined: "problem",
};

/** How a refund stands and by which day it must be there. */
export function refundFacts(frame: Frame, refund: RefundShown, isOwnPage = false): Html {
  const words = en.giveBack;
  const { id, kind, amount, penalty, state, dueAt, closedAt } = refund;
  const isOpen = closedAt === null;
  const number = html`<code class="id">${id}</code>`;
  return facts([
    { label: words.sum, value: html`<b>${formatMoney(amount)}</b>` },
    ...(kind in words.kinds ? [{ label: words.kind, value: words.kinds[kind] ?? "" }] : []),
    { label: words.state, value: stateTag(looks[state] ?? "plain", words.states[state] ?? state) },
    ...(isOpen && dueAt !== null
      ? [{ label: words.due, value: formatDay(lastDayOf(dueAt, frame.zone)) }]
      : []),
    ...(penalty.amount > 0 ? [{ label: words.late, value: formatMoney(penalty) }] : []),
    ...(closedAt === null || state !== "paid"
      ? []
      : [{ label: words.paidOn, value: formatDay(dayOf(closedAt, frame.zone)) }]),
    { label: words.askedOn, value: formatDay(dayOf(refund.requestedAt, frame.zone)) },
    { label: words.refund, value: isOwnPage ? number : html`<a href="/refunds/${id}">${number}</a>` },
  ]);
}
