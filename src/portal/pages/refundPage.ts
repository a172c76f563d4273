import { html } from "../html.ts";
import { type Fact, facts } from "../parts/facts.ts";
import type { Frame } from "../parts/frame.ts";
import { notice } from "../parts/notice.ts";
import { page } from "../parts/page.ts";
import { type RefundShown, refundFacts } from "../parts/refundFacts.ts";
import { type RefundSide, refundSides } from "../parts/refundSides.ts";
import { type Row, rows } from "../parts/rows.ts";
import { en } from "../words/en.ts";
import { dayOf, formatDay, lastDayOf } from "../words/formatDate.ts";
import { formatMoney } from "../words/formatMoney.ts";

export type RefundModel = RefundShown & {
  /** How it is paid. */
  readonly means: string;
  /** Why it was declined, in the words of who did. */
  readonly decisionReason: string | null;
  readonly steps: readonly Fact[];
  readonly sides: readonly RefundSide[];
  /** What it is for, and the receipt of the payment it comes out of. */
  readonly ways: readonly Row[];
};

/** A refund of one's own: how it stands, by when it is there, how its sum came about, and by which rule. */
export function refundPage(frame: Frame, model: RefundModel) {
  const words = en.refund;
  const { amount, steps, sides, ways, decisionReason } = model;
  const why =
    model.state === "declined" && decisionReason !== null
      ? html`<p>${words.declinedFor} <q>${decisionReason}</q></p>
<p>${words.declinedNext} <a href="/help#write">${en.help.writeTitle}</a></p>`
      : false;
  const head = html`<h1>${words.title(formatMoney(amount))}</h1><p>${says(frame, model)}</p>${why}`;
  const main = html`${notice(STATES[model.state] ?? "plain", head)}${refundFacts(frame, model, true)}
${steps.length > 0 && html`<h2>${en.giveBack.why}</h2>${facts(steps)}`}
${sides.length > 0 && refundSides(sides)}
${rows(ways)}<p class="small muted">${en.giveBack.print}</p>`;
  return page(frame, { title: words.title(formatMoney(amount)), main, back: "/payments" });
}

const STATES: Readonly<Record<string, "ok" | "waiting" | "needs" | "problem" | "plain">> = {
  requested: "waiting",
  approved: "waiting",
  paid: "ok",
  failed: "needs",
  declined: "problem",
};

/** How it stands in one sentence, with the day where there is one. */
function says(frame: Frame, { state, means, dueAt, closedAt }: RefundModel): string {
  const words = en.refund;
  const way = words.ways[means] ?? words.ways.provider;
  const by = dueAt === null ? "" : words.by(formatDay(lastDayOf(dueAt, frame.zone)));
  switch (state) {
    case "paid":
      return words.paid(closedAt === null ? "" : formatDay(dayOf(closedAt, frame.zone)), way ?? "");
    case "requested":
      return `${words.requested}${by}`;
    case "approved":
      return `${words.approved(way ?? "")}${by}`;
    case "failed":
      return words.failed;
    default:
      return words.declined;
  }
}
