import { type Html, html } from "../html.ts";
import { mark } from "./drawings.ts";

export type State = "ok" | "waiting" | "needs" | "problem" | "plain";

/** A panel of state: mark, word and colour say the same. `live` announces it once when the page opens. */
export function notice(state: State, content: Html, live?: "status" | "alert"): Html {
  const kind = state === "plain" ? "plain-state" : state;
  const body = html`${mark(state)}${content}`;
  return live === undefined
    ? html`<div class="notice ${kind}">${body}</div>`
    : html`<div class="notice ${kind}" role="${live}">${body}</div>`;
}

/** A word of state with its mark, for rows and tables. */
export function stateTag(state: State, word: string): Html {
  return html`<span class="tag ${state === "plain" ? "plain-state" : state}">${mark(state)}${word}</span>`;
}
