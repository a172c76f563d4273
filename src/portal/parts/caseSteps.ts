import { type Html, html } from "../html.ts";
import { en } from "../words/en.ts";
import { mark } from "./drawings.ts";

/** The steps of a case by their names; `now` counts from 1, and behind the last all are done. */
export function caseSteps(now: number, names: readonly string[]): Html {
  const words = en.claim;
  const items = names.map((step, index) => {
    const place = index + 1;
    if (place < now) {
      return html`<li class="done">${mark("done")}<span>${step}<span class="hidden">, ${words.stepDone}</span>
</span></li>`;
    }
    return place === now
      ? html`<li class="now" aria-current="step">${mark("now")}<b>${step}
<span class="hidden">, ${words.stepNow}</span></b></li>`
      : html`<li>${mark("ahead")}<span>${step}</span></li>`;
  });
  return html`<ol class="steps">${items}</ol>`;
}

export type Holder = "you" | "us" | "carrier";

/** Who has the next move: three names, one of them marked in colour, weight and words. */
export function caseBall(holder: Holder): Html {
  const words = en.claim;
  const items = (["you", "us", "carrier"] as const).map((who) =>
    who === holder
      ? html`<li class="has">${words.ball[who]}<span class="hidden"> ${words.ballHas}</span></li>`
      : html`<li>${words.ball[who]}</li>`,
  );
  return html`<ul class="ball" aria-label="${words.ballTitle}">${items}</ul>`;
}
