import { html } from "../html.ts";
import type { Frame } from "../parts/frame.ts";
import { notice } from "../parts/notice.ts";
import { page } from "../parts/page.ts";
import { drawRibbon } from "../ribbon/drawRibbon.ts";
import { layoutRibbon } from "../ribbon/layoutRibbon.ts";
import type { RibbonFacts } from "../ribbon/ribbonFacts.ts";
import { en } from "../words/en.ts";
import { formatDay, lastDayOf } from "../words/formatDate.ts";

export type CoveredModel = {
  readonly plan: string;
  readonly endsAt: string;
  readonly email: string;
  readonly deviceId: string;
  readonly ribbon: RibbonFacts;
};

/** It worked: the last day in words, the ribbon, and that there is nothing left to do. */
export function coveredPage(frame: Frame, { plan, endsAt, email, deviceId, ribbon }: CoveredModel) {
  const words = en.activate;
  const day = formatDay(lastDayOf(endsAt, frame.zone));
  const panel = html`<h1>${words.doneTitle}</h1><p>${words.doneUntil(plan, day)} ${words.doneMail(email)}
</p>`;
  const main = html`${notice("ok", panel, "status")}
${drawRibbon(layoutRibbon(ribbon))}<p>${words.doneNext}</p>
<div class="actions"><a class="button quiet" href="/devices/${deviceId}">${words.doneDevice}</a></div>`;
  return page(frame, { title: words.doneTitle, main, broad: true });
}
