import { html } from "../html.ts";
import { drawing } from "../parts/drawings.ts";
import type { Frame } from "../parts/frame.ts";
import { page } from "../parts/page.ts";
import { en } from "../words/en.ts";

export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 413 | 429 | 500;

export type ProblemModel = {
  readonly status: ProblemStatus;
  /** Shown for our own mistakes, so that support can find the request. */
  readonly requestId?: string | undefined;
  /** The page to open again, when there is one. */
  readonly again?: string | undefined;
};

/** A request that went wrong: what it is, that nothing is lost, and what to do next. */
export function problemPage(frame: Frame, { status, requestId, again }: ProblemModel) {
  const words = en.problems;
  const { title, says, next } = words[status];
  const first =
    status === 401
      ? html`<a class="button" href="/sign-in">${words.signIn}</a>`
      : again !== undefined && html`<a class="button" href="${again}">${words.again}</a>`;
  const main = html`${drawing(status === 500 ? "defect" : "map", "scene")}<h1>${title}</h1><p class="lede">
${says}</p><p>${next}</p>
<div class="actions">${first}<a class="button quiet" href="/">${words.start}</a></div>
${requestId !== undefined && html`<p class="muted">${words.number(requestId)}</p>`}`;
  return page(frame, { title, main });
}
