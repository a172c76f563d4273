import { type Html, html } from "../html.ts";
import { en } from "../words/en.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";
import { facts } from "./facts.ts";

/** What the law or the terms pay back, and by which rule; no sum where they pay nothing. */
export type RefundSide = {
  readonly who: string;
  readonly sum: Money | undefined;
  readonly says: string | undefined;
  /** Left out where there is no rule. */
  readonly clause: string | undefined;
  readonly counts: boolean;
};

/** The law beside the terms, the one that counts first. */
export function refundSides(sides: readonly RefundSide[]): Html {
  const words = en.giveBack;
  const rows = sides.map(({ who, sum, says, clause, counts }) => {
    const pays = sum === undefined ? words.nothing : formatMoney(sum);
    const more = says && html`<br>${says}`;
    const cited = clause !== undefined && html`<cite>${en.frame.clause(clause)}</cite>`;
    const value = html`<b>${pays}</b>${counts && html` (${words.counts})`}${more}${cited}`;
    return { label: who, value };
  });
  return html`<h2>${words.sides}</h2>${facts(rows)}`;
}
