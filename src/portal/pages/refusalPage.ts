import { html } from "../html.ts";
import { type Fact, facts } from "../parts/facts.ts";
import type { Frame } from "../parts/frame.ts";
import { notice } from "../parts/notice.ts";
import { page } from "../parts/page.ts";
import { type ReceiptStep, receiptList } from "../parts/receiptList.ts";
import { type Row, rows } from "../parts/rows.ts";
import { en } from "../words/en.ts";

export type RefusalModel = {
  readonly title: string;
  /** The reason in one plain sentence. */
  readonly says: string;
  readonly against: readonly ReceiptStep[];
  /** The arithmetic: from, allowed until, asked on, and how much is missing. */
  readonly dates: readonly Fact[];
  /** What the person can still make otherwise. */
  readonly lacks: readonly string[];
  /** What we went by: what was told, and what was found. */
  readonly found?: readonly Fact[];
  readonly doors: readonly Row[];
  readonly back: string;
};

/** A no with a way on: what we checked, the rule in plain words, the dates, and the next doors. */
export function refusalPage(frame: Frame, model: RefusalModel) {
  const words = en.claim;
  const { found = [] } = model;
  const dates = html`<h2>${words.noDates}</h2>${facts(model.dates)}`;
  const lacks = html`<h2>${words.noLacks}</h2><ul>${model.lacks.map((says) => html`<li>${says}</li>`)}</ul>`;
  const rule = html`<h2>${words.noClause}</h2>${receiptList(model.against)}`;
  const main = html`${notice("problem", html`<h1>${model.title}</h1><p>${model.says}</p>`)}
<h2>${words.noDoors}</h2>${rows(model.doors)}
${model.against.length > 0 && rule}${
  found.length > 0 && html`<h2>${en.appeal.facts}</h2>${facts(found)}`
}${model.dates.length > 0 && dates}${model.lacks.length > 0 && lacks}`;
  return page(frame, { title: model.title, main, back: model.back });
}
