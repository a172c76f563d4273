import { type Html, html } from "../html.ts";
import { en } from "../words/en.ts";

/** Something to copy by heart: as it reads best, and a button that copies it without the gaps. */
export function copyLine(shown: string, plain = shown): Html {
  return html`<copy-button data-label="${en.frame.copy}" data-done="${en.frame.copied}" data-text="${plain}">
<span class="code-line"><code>${shown}</code></span></copy-button>`;
}
