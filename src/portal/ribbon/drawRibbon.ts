import { type Html, html } from "../html.ts";
import { ribbon as words } from "../words/en/ribbon.ts";
import { drawNarrow } from "./drawNarrow.ts";
import { drawWide } from "./drawWide.ts";
import type { RibbonLayout } from "./layoutRibbon.ts";

/**
 * `prefix` keeps ids apart when a page shows more than one ribbon; `heading` says that the page names
 * the device.
 */
export type RibbonUse = { readonly prefix?: string; readonly heading?: boolean };

/**
 * The coverage ribbon for any screen: both pictures, of which the style shows one, and the same facts as
 * a list, open on phones and folded where the picture is wide.
 */
export function drawRibbon(
  layout: RibbonLayout,
  { prefix = "ribbon", heading = false }: RibbonUse = {},
): Html {
  const list = html`<dl class="facts close">${layout.facts.map(
    (fact) => html`<div><dt>${fact.label}</dt><dd>${fact.value}</dd></div>`,
  )}</dl>`;
  return html`<figure class="ribbon-frame">
<figcaption class="${heading ? "hidden" : "caption"}">${layout.device}</figcaption>
${drawWide(layout, `${prefix}-wide`)}
${drawNarrow(layout, `${prefix}-narrow`)}
<details class="ribbon-fold"><summary>${words.sameInWords}</summary>${list}</details>
<div class="ribbon-list">${list}</div>
</figure>`;
}
