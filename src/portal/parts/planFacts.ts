import { Html, html } from "../html.ts";
import { en } from "../words/en.ts";
import { formatMoney, type Money } from "../words/formatMoney.ts";
import { mark } from "./drawings.ts";
import { type Fact, facts } from "./facts.ts";

/** The fees of the replacements in their order, and for which models and regions. */
export type FeeList = { readonly for: string; readonly fees: readonly Money[] };

/** What a plan gives and what it does not, out of its terms. */
export type PlanFacts = {
  /** Whose terms are behind it. */
  readonly programme: string;
  readonly length: string;
  readonly replacements: number;
  /** Where it is sold; a plan works only where it was bought. Empty when it is sold nowhere now. */
  readonly regions: readonly string[];
  readonly fees: readonly FeeList[];
  /** How long after its first use the device takes the code: `30 days`. */
  readonly activateWithin?: string | undefined;
  /** `html` is what the terms engine printed from our own published document. */
  readonly notCovered: readonly { readonly title: string; readonly html: string }[];
};

/** What the plan gives. */
export function planLedger({ length, replacements, activateWithin, regions }: PlanFacts): Html {
  const words = en.shop;
  const within: readonly Fact[] =
    activateWithin === undefined
      ? []
      : [{ label: words.activate, value: words.activateWithin(activateWithin) }];
  const sold: readonly Fact[] =
    regions.length === 0 ? [] : [{ label: words.region, value: regions.join(", ") }];
  return facts([
    { label: words.length, value: length },
    { label: words.replacements, value: replacements },
    ...within,
    ...sold,
    { label: words.code, value: words.codeValue },
  ]);
}

/** Every fee of every replacement; where there is more than one list, each says for what it is. */
export function planFees({ fees }: Pick<PlanFacts, "fees">): Html {
  return html`${fees.map((list) => drawFees(list, fees.length))}
<p class="small muted">${en.shop.feeMayChange}</p>`;
}

function drawFees({ for: whom, fees }: FeeList, lists: number): Html {
  const rows = fees.map((fee, index) => ({
    label: en.ribbon.replacement(index + 1),
    value: formatMoney(fee),
  }));
  return html`${lists > 1 && html`<h3>${whom}</h3>`}${facts(rows)}`;
}

/** What the plan does not cover, clause by clause. */
export function planExclusions({ notCovered }: Pick<PlanFacts, "notCovered">): Html {
  return html`<ul class="marked">${notCovered.map(
    (clause) => html`<li>${mark("cross")}<div><b>${clause.title}</b>
<div class="small muted">${Html.finished(clause.html)}</div></div></li>`,
  )}</ul>`;
}
