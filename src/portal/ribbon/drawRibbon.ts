import { type Html, html } from "../html.ts";
import { ribbon as words } from "../words/en/ribbon.ts";
import { drawNarrow } from "./drawNarrow.ts";
import { drawWide } from "./drawWide.ts";
import type { RibbonLayout } from "./layoutRibbon.ts";

/** The coverage ribbon for any screen: both pictures, of which the style shows one, and the facts as a list.
 * `prefix` keeps ids apart when a page shows more than one ribbon. */
export function drawRibbon(layout: RibbonLayout, prefix = "ribbon"): Html {
  const list = html`<dl class="facts">${layout.facts.map(
    (fact) => html`<div><dt>${fact.label}</dt><dd>${fact.value}</dd></div>`,
  )}</dl>`;
  return html`<figure class="ribbon-frame">
<figcaption>${layout.device}</figcaption>
${drawWide(layout, `${prefix}-wide`)}
${drawNarrow(layout, `${prefix}-narrow`)}
<details class="ribbon-facts"><summary>${words.sameInWords}</summary>${list}</details>
</figure>`;
}
