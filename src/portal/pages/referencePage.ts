import { html } from "../html.ts";
import type { Frame } from "../parts/frame.ts";
import { page } from "../parts/page.ts";
import { en } from "../words/en.ts";

export type ReferenceModel = {
  readonly calls: readonly { readonly route: string; readonly summary: string }[];
  readonly refusals: readonly { readonly code: string; readonly says: string; readonly next: string }[];
  /** What a broken call is told by, with what it means. */
  readonly problems: readonly { readonly code: string; readonly means: string }[];
  /** Where this server is reached, for the lines to copy. */
  readonly publicUrl: string;
};

/** The calls of the API, and the refusals and problems they answer with; each code has its own address. */
export function referencePage(frame: Frame, { calls, refusals, problems, publicUrl }: ReferenceModel) {
  const words = en.reference;
  const rows = calls.map(
    ({ route, summary }) => html`<tr><td><code>${route}</code></td><td>${summary}</td></tr>`,
  );
  const codes = refusals.map(({ code, says, next }) => codeRow(code, `${says} ${next}`));
  const broken = problems.map(({ code, means }) => codeRow(code, means));
  const rules = words.ruleList.map((rule) => html`<li>${rule}</li>`);
  const copy = [
    `curl ${publicUrl}/v1/products`,
    `curl ${publicUrl}/v1/coverage/AC4EXAMPLE001`,
    `curl -H "Authorization: Bearer $KEY" ${publicUrl}/v1/claims`,
  ].join("\n");
  const main = html`<h1>${words.title}</h1><p class="lede">${words.lede}</p>
<p><a href="/openapi.json">${words.machine}</a></p>
<h2>${words.first}</h2><div class="scroll" tabindex="0" role="group" aria-label="${words.first}">
<pre><code>${copy}</code></pre></div>
<h2>${words.rules}</h2><ul>${rules}</ul>
<h2>${words.routes}</h2><div class="scroll" tabindex="0" role="group" aria-label="${words.routes}">
<table>
<thead><tr><th scope="col">${words.route}</th><th scope="col">${words.does}</th></tr></thead>
<tbody>${rows}</tbody></table></div>
<h2>${words.refusals}</h2><p>${words.refusalsLede}</p>
<div class="scroll" tabindex="0" role="group" aria-label="${words.refusals}"><table>
<thead><tr><th scope="col">${words.code}</th><th scope="col">${words.says}</th></tr></thead>
<tbody>${codes}</tbody></table></div>
<h2>${words.problems}</h2><p>${words.problemsLede}</p>
<div class="scroll" tabindex="0" role="group" aria-label="${words.problems}"><table>
<thead><tr><th scope="col">${words.code}</th><th scope="col">${words.says}</th></tr></thead>
<tbody>${broken}</tbody></table></div>`;
  return page(frame, { title: words.title, main, back: "/", broad: true });
}

/** Each code has an address of its own: the docsUrl of an answer leads there. */
function codeRow(code: string, says: string) {
  return html`<tr id="${code}"><td><code>${code}</code></td><td>${says}</td></tr>`;
}
