import { html } from "../html.ts";
import { drawing } from "../parts/drawings.ts";
import type { Frame } from "../parts/frame.ts";
import { page } from "../parts/page.ts";
import { en } from "../words/en.ts";
import { type DeviceCard, deviceRows } from "./startPage.ts";

/** All devices bound to the e-mail that is signed in. Empty: a drawing, a sentence, one thing to do. */
export function devicesPage(
  frame: Frame,
  model: { readonly devices: readonly DeviceCard[]; readonly report?: boolean },
) {
  const words = en.device;
  const none = html`${drawing("camera", "scene")}<p>${words.devicesNone}</p>
<div class="actions"><a class="button" href="/activate">${en.cover.activate}</a></div>`;
  const folder = model.report === true ? "/report/device" : "/devices";
  const list = model.devices.length === 0 ? none : deviceRows(frame, model.devices, folder);
  const orders =
    model.report !== true &&
    html`<p><a href="/orders">${en.shop.ordersTitle}</a> · <a href="/payments">${en.receipts.title}</a></p>`;
  const title = model.report === true ? en.report.serialTitle : words.devicesTitle;
  return page(frame, { title, main: html`<h1>${title}</h1>${list}${orders}` });
}
