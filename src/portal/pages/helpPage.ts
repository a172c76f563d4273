import { html } from "../html.ts";
import type { Frame } from "../parts/frame.ts";
import { page } from "../parts/page.ts";
import { rows } from "../parts/rows.ts";
import { en } from "../words/en.ts";

/** Help, in the same place on every page: what to do by oneself, and how to reach a person. */
export function helpPage(frame: Frame, { mailTo }: { readonly mailTo: string }) {
  const words = en.help;
  const doors = rows([
    { href: "/cover", picture: "check", label: en.cover.check, note: en.cover.checkNote },
    { href: "/report", picture: "broken", label: en.cover.broken, note: en.cover.brokenNote },
    { href: "/devices", picture: "camera", label: en.device.devicesTitle, note: words.devicesNote },
  ]);
  const sections = words.sections.map(
    ({ id, title, says }) => html`<h2 id="${id}">${title}</h2>${says.map((line) => html`<p>${line}</p>`)}`,
  );
  const main = html`<h1>${words.title}</h1>${doors}${sections}
<h2 id="write">${words.writeTitle}</h2><p>${words.writeSays} <a href="mailto:${mailTo}">${mailTo}</a></p>`;
  return page(frame, { title: words.title, main, back: "/" });
}
