import { type Html, html } from "../html.ts";
import { en } from "../words/en.ts";
import { type Fact, facts } from "./facts.ts";
import { form } from "./form.ts";
import type { FormState } from "./frame.ts";

/** The end of a case: what was done, what the plan has left, and one question. */
export type Closing = {
  readonly done: readonly Fact[];
  /** The question, until it is answered. */
  readonly ask?: FormState | undefined;
  readonly isAnswered: boolean;
};

/** What was done, and whether it was easy. */
export function closingPanel({ done, ask, isAnswered }: Closing): Html {
  const words = en.closing;
  const buttons = Object.entries(words.answers).map(
    ([value, label]) => html`<button class="quiet" name="easy" value="${value}">${label}</button>`,
  );
  const question =
    ask !== undefined &&
    html`<h2 id="easy">${words.question}</h2>${form(ask, html`<div class="actions">${buttons}</div>`)}`;
  const thanks = isAnswered && html`<p id="easy" role="status">${words.thanks}</p>`;
  return html`<h2>${words.title}</h2>${facts(done)}${question}${thanks}`;
}
