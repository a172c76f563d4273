import { type Html, html } from "../html.ts";
import { en } from "../words/en.ts";
import { formatDay, formatDistance, lastDayOf } from "../words/formatDate.ts";
import { drawing, mark } from "./drawings.ts";
import type { Frame } from "./frame.ts";

export type Packing = {
  /** Slugs of the parts, as in the terms. */
  readonly send: readonly string[];
  readonly keep: readonly string[];
  /** The lines of the address. Left out: owners write for it. */
  readonly to?: readonly string[] | undefined;
  readonly sendBy?: string | undefined;
  /** Carried over the counter of a service centre instead of posted. */
  readonly isBrought?: boolean | undefined;
  /** Where the time of a visit is chosen. Left out once it is. */
  readonly choose?: string | undefined;
  /** The page that packs it step by step. */
  readonly steps?: string | undefined;
};

/** What goes into the parcel, what stays at home, and by when. */
export function packing(
  frame: Frame,
  { send, keep, to, sendBy, isBrought = false, choose, steps }: Packing,
): Html {
  const words = isBrought ? en.claim.packs.brought : en.claim.packs.posted;
  const parts = en.places.parts;
  const list = (slugs: readonly string[], look: "box" | "cross") =>
    html`<ul class="marked">${slugs.map(
      (slug) => html`<li>${mark(look)}<span>${parts[slug] ?? slug}</span>
</li>`,
    )}</ul>`;
  const kept = html`<h3>${en.claim.packKeep}</h3>${list(keep, "cross")}`;
  const day =
    sendBy &&
    words.by(formatDay(lastDayOf(sendBy, frame.zone)), formatDistance(sendBy, frame.zone, frame.now));
  const ask = html`<p>${words.where} <a href="${choose ?? "/help#write"}">${words.ask}</a></p>`;
  return html`<h2 id="pack">${words.title}</h2>${drawing("parcel", "scene")}
<h3>${words.list}</h3>${list(send, "box")}${keep.length > 0 && kept}
${to && addressed(words.to, to)}${(isBrought ? choose !== undefined : to === undefined) && ask}${
  day && html`<p><b>${day}</b></p>`
}<p>${words.hint}</p>${steps !== undefined && html`<p><a href="${steps}">${en.pack.follow}</a></p>`}`;
}

function addressed(title: string, lines: readonly string[]): Html {
  const [first = "", ...rest] = lines;
  return html`<h3>${title}</h3><address>${first}${rest.map((line) => html`<br>${line}`)}</address>`;
}
